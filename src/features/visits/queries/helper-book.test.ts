import { beforeEach, expect, test } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { listWaiting } from '#platform/feature.server.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { assignHelper } from '../commands/assign-helper.server.ts';
import { recordSkillCheck } from '../commands/record-skill-check.server.ts';
import { recordVisit } from '../commands/record-visit.server.ts';
import { skillItems } from '../model/skill-check.ts';
import { helperBook, memberLoads } from './helper-book.server.ts';

const world = useWorld();
/** Somebody can; nobody can, all checked; one of two was checked; nobody can and chị Lan comes; in the other hamlet. */
let able: Home, nobody: Home, unknown: Home, helped: Home;
const all = (answer: 'yes' | 'no') => Object.fromEntries(skillItems.map((item) => [item, answer]));

beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  await inCommune(here, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(commune), now: here.now });
    await seedDefaultTargets(ctx, await insertPlan(ctx, { ...planNhonMy2026, helperEveryDays: 10 }));
  });
  able = await settleHome(here);
  nobody = await settleHome(here);
  unknown = await settleHome(here);
  helped = await settleHome(here);
  await settleHome(here, { hamlet: 'mau2' });
  const check = (home: Home, who: number, answer: 'yes' | 'no') =>
    here.run(recordSkillCheck, here.cast.lan, { residentId: home.people[who], ...all(answer) });
  await check(able, 0, 'yes');
  for (const home of [nobody, helped]) for (const who of [0, 1]) await check(home, who, 'no');
  await check(unknown, 0, 'no');
  await here.run(assignHelper, here.cast.tu, {
    householdId: helped.id,
    memberId: here.cast.lan.memberId,
    reason: 'Hai ông bà ở một mình',
  });
});

test('the book says of each household who can, who cannot, and who comes (R26, R27)', async () => {
  const { read, cast, hamlets } = world();
  const book = await read(cast.lan, (ctx) => helperBook(ctx, { hamletId: hamlets.mau1, show: null }));
  expect(Object.fromEntries(book.rows.map((row) => [row.householdId, row.standing]))).toEqual({
    [able.id]: 'able',
    [nobody.id]: 'nobody',
    [unknown.id]: 'unknown',
    [helped.id]: 'helped',
  });
  expect(book.counts).toEqual({ able: 1, nobody: 1, unknown: 1, helped: 1, due: 0 });
  const row = (home: Home) => book.rows.find((one) => one.householdId === home.id);
  expect(row(able)).toMatchObject({ able: ['Nguyễn Văn Ba'], people: 2, checked: 1, helper: null });
  // The plan says ten days, and nothing else was agreed.
  expect(row(helped)?.helper).toMatchObject({
    memberName: 'Nguyễn Thị Lan',
    everyDays: 10,
    lastVisitOn: null,
    nextCallOn: '2026-12-04',
  });
  const only = await read(cast.tu, (ctx) => helperBook(ctx, { hamletId: hamlets.mau1, show: 'nobody' }));
  expect(only.rows.map((one) => one.householdId)).toEqual([nobody.id]);
});

test('the book and the figures of T6 never disagree', async () => {
  const { read, cast, hamlets } = world();
  const { counts } = await read(cast.tu, (ctx) => helperBook(ctx, { hamletId: hamlets.mau1, show: null }));
  const board = await read(cast.tu, (ctx) => targetBoard(ctx, hamlets.mau1));
  const t6 = board?.targets.find((one) => one.definition.code === 'T6');
  expect(t6?.figure).toMatchObject({
    population: 4,
    unknown: counts.unknown,
    reached: counts.able + counts.helped,
  });
});

test('a call is due when its turn has come, to the member and late to the head; a visit sets it on', async () => {
  const here = world();
  const { read, run, cast, hamlets } = here;
  const due = async () =>
    (await read(cast.tu, (ctx) => helperBook(ctx, { hamletId: hamlets.mau1, show: 'due' }))).rows.length;
  const waits = async (actor: typeof cast.lan) =>
    (await read(actor, listWaiting)).filter((one) => one.key === 'helpers own' || one.key === 'helpers late');
  here.now = new Date('2026-12-03T02:00:00Z');
  expect([await due(), await waits(cast.lan), await waits(cast.tu)]).toEqual([0, [], []]);
  here.now = new Date('2026-12-04T02:00:00Z');
  expect(await due()).toBe(1);
  expect(await waits(cast.lan)).toMatchObject([
    { key: 'helpers own', count: 1, tone: 'warm', since: '2026-12-04' },
  ]);
  expect(await waits(cast.tu)).toEqual([]);
  here.now = new Date('2026-12-14T02:00:00Z');
  expect(await waits(cast.tu)).toMatchObject([{ key: 'helpers late', count: 1, tone: 'hot' }]);
  const loads = await read(cast.tu, (ctx) => memberLoads(ctx, hamlets.mau1));
  expect(loads[0]).toMatchObject({ fullName: 'Nguyễn Thị Lan', households: 1, due: 1, latest: 10 });
  // Another's visit is no call of the helper; hers is.
  await run(recordVisit, cast.tu, { householdId: helped.id, met: 'someone' });
  expect(await due()).toBe(1);
  await run(recordVisit, cast.lan, { householdId: helped.id, met: 'someone' });
  expect([await due(), await waits(cast.lan), await waits(cast.tu)]).toEqual([0, [], []]);
});

test('pages go on after the last household, and other hamlets are not there', async () => {
  const { read, cast, hamlets } = world();
  const first = await read(cast.hanh, (ctx) => helperBook(ctx, { hamletId: null, show: null }, 3));
  const rest = await read(cast.hanh, (ctx) =>
    helperBook(ctx, { hamletId: null, show: null, after: first.next }, 3),
  );
  const ids = [...first.rows, ...rest.rows].map((row) => row.householdId);
  expect(new Set(ids).size).toBe(5);
  expect(rest.next).toBeNull();
  const elsewhere = read(cast.lan, (ctx) => helperBook(ctx, { hamletId: hamlets.mau2, show: null }));
  expect((await problemOf(elsewhere)).code).toBe('not_found');
});
