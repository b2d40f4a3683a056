import { beforeEach, expect, test } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { listWaiting } from '#platform/feature.server.ts';
import { changePlan, closePlan, createPlan, insertPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { listPlans } from '#features/plans/queries.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import type { Id } from '#shared/ids.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { carriedTarget } from './carried-target.ts';
import { defineTarget } from './commands/define-target.server.ts';
import { openNextYear } from './commands/open-next-year.server.ts';
import { seedDefaultTargets } from './commands/seed-default-targets.server.ts';
import { defaultDefinitions } from './default-definitions.ts';
import { definitionsOn } from './in-force.server.ts';
import { keepMonths } from './months.server.ts';
import { figuresAsOf } from './queries/figures-as-of.server.ts';
import { targetBoard } from './queries/target-board.server.ts';

const world = useWorld();
let homes: Home[];
let planId: Id;
const next = { ...planNhonMy2026, year: 2027, startsOn: '2027-01-01', endsOn: '2027-12-31' };

beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  homes = [await settleHome(here), await settleHome(here), await settleHome(here, { hamlet: 'mau2' })];
  planId = await inCommune(here, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(commune), now: here.now });
    const id = await insertPlan(ctx, planNhonMy2026);
    await seedDefaultTargets(ctx, id);
    return id;
  });
  await here.run(recordVisit, here.cast.lan, { householdId: homes[0]?.id, met: 'someone' });
});

/** Every figure of November as it was known at its end, and the counted months. */
async function past() {
  const here = world();
  const figures = await here.read(here.cast.hanh, (ctx) =>
    figuresAsOf(ctx, { hamletId: null, day: '2026-11-30', cutoffAt: new Date('2026-11-30T16:59:59Z') }),
  );
  const months = await inCommune(here, async (tx) => {
    await keepMonths(writeContext(tx, { actor: productActor(commune), now: here.now }));
    return tx
      .selectFrom('target_months')
      .selectAll()
      .where('month', '<=', '2026-11')
      .orderBy('month')
      .orderBy('hamlet_id')
      .orderBy('target')
      .execute();
  });
  return { figures, months };
}

test('the next year begins with the targets of this one, as they count on its last day, and counts from nothing', async () => {
  const here = world();
  const { run, read, cast } = here;
  const id = await run(openNextYear, cast.hanh, {
    ...next,
    fromPlanId: planId,
    goals: { T1: '8', T3: '85,5', T4: '' },
  });
  const carried = await read(cast.hanh, (ctx) => definitionsOn(ctx, id, '2027-01-01', null));
  expect(carried.map((one) => one.definition.code)).toEqual(['T1', 'T2', 'T3', 'T3p', 'T5', 'T6']);
  const goal = (code: string) => carried.find((one) => one.definition.code === code)?.definition.goal;
  expect(goal('T1')).toEqual({ kind: 'count', atLeast: 8 });
  // 90 % was hoped for above the floor of 80 %; it is still above 85,5 %.
  expect(goal('T3')).toEqual({ kind: 'rate', floor: 85.5, ambition: 90 });
  expect(goal('T2')).toEqual({ kind: 'rate', floor: 100 });

  const board = async () => (await read(cast.hanh, (ctx) => targetBoard(ctx)))?.targets;
  expect((await board())?.find((one) => one.definition.code === 'T2')?.figure.reached).toBe(1);
  here.now = new Date('2027-01-04T02:00:00Z');
  await inCommune(here, async (tx) => {
    const { refreshMarks } = await import('./marks.server.ts');
    await refreshMarks(writeContext(tx, { actor: productActor(commune), now: here.now }), 'all');
  });
  const january = await board();
  expect(january?.map((one) => one.definition.code)).not.toContain('T4');
  // Visits of last year inform nobody this year.
  expect(january?.find((one) => one.definition.code === 'T2')?.figure).toMatchObject({
    population: 3,
    reached: 0,
  });
});

test('what was said of a past month is the same before and after the new year, and after the old one is closed', async () => {
  const here = world();
  const { run, cast } = here;
  here.now = new Date('2026-12-02T02:00:00Z');
  const before = await past();
  expect(before.months.length).toBeGreaterThan(0);
  await run(openNextYear, cast.hanh, { ...next, fromPlanId: planId, goals: { T2: '50' } });
  expect(await past()).toEqual(before);
  here.now = new Date('2027-02-01T02:00:00Z');
  await run(recordVisit, cast.lan, { householdId: homes[1]?.id, met: 'someone' });
  await run(closePlan, cast.hanh, { planId });
  expect(await past()).toEqual(before);
});

test('a plan is closed once its last day has passed; then nobody changes it, and there is no second of its year', async () => {
  const here = world();
  const { run, read, cast } = here;
  expect((await problemOf(run(closePlan, cast.hanh, { planId }))).message).toContain('31/12/2026');
  here.now = new Date('2027-01-25T02:00:00Z');
  const waits = async () =>
    (await read(cast.hanh, listWaiting)).map((one) => one.key).filter((key) => key.startsWith('plan '));
  expect(await waits()).toEqual(['plan next', 'plan close']);
  await run(openNextYear, cast.hanh, { ...next, fromPlanId: planId });
  await run(closePlan, cast.hanh, { planId });
  await run(closePlan, cast.hanh, { planId });
  expect(await waits()).toEqual([]);
  const [, old] = await read(cast.hanh, listPlans);
  expect(old).toMatchObject({ year: 2026, closedOn: '2027-01-25' });
  const refused = [
    run(changePlan, cast.hanh, { ...planNhonMy2026, planId, title: 'Khác' }),
    run(defineTarget, cast.hanh, {
      planId,
      definition: defaultDefinitions[0],
      validFrom: '2026-12-01',
      reason: 'Muộn rồi',
    }),
  ];
  for (const one of refused) expect((await problemOf(one)).code).toBe('state.conflict');
  expect((await problemOf(run(createPlan, cast.hanh, planNhonMy2026))).code).toBe('duplicate');
});

test('a year that overlaps the one before, and a goal that is none, are refused with everything that was typed', async () => {
  const { run, cast, read } = world();
  const early = run(openNextYear, cast.hanh, { ...next, fromPlanId: planId, startsOn: '2026-12-15' });
  expect((await problemOf(early)).fields).toHaveProperty('startsOn');
  const odd = run(openNextYear, cast.hanh, { ...next, fromPlanId: planId, goals: { T2: '120', T1: '2,5' } });
  expect(Object.keys((await problemOf(odd)).fields)).toEqual(['goals.T1', 'goals.T2']);
  expect(await read(cast.hanh, listPlans)).toHaveLength(1);
});

test('a day of the plan line goes a year on, the leap day to the end of February', () => {
  const [t1] = defaultDefinitions;
  if (!t1) throw new Error('no target');
  const by = (day: string) => ({ ...t1, planLine: { kind: 'by_day' as const, day } });
  expect(carriedTarget(by('2026-05-31'), 1, null)?.planLine).toEqual({ kind: 'by_day', day: '2027-05-31' });
  expect(carriedTarget(by('2028-02-29'), 1, null)?.planLine).toEqual({ kind: 'by_day', day: '2029-02-28' });
});
