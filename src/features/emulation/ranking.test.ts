import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import { problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { moveMovement } from './commands/move-movement.server.ts';
import { forget, found, launched, results, tell, type Told } from './emulation-world.test-support.ts';
import { getMovement } from './queries/movements.server.ts';
import { countedRows, type GoalResult } from './queries/ranking.server.ts';
import type { Measure } from './model/movement.ts';

/**
 * R62, issue 5 line 8: a ranking that cannot be gamed. Counted are distinct households and people of visits that are believed; the
 * laws below are of the requirement, and the sums are worked out beside the product by the simplest means.
 */
const world = useWorld();
interface Placed extends Home {
  hamlet: 'mau1' | 'mau2';
}
let homes: Placed[];
let id: Id;
beforeEach(async () => {
  await settleCatalogue(world());
  homes = [];
  for (const hamlet of ['mau1', 'mau1', 'mau1', 'mau2', 'mau2'] as const)
    homes.push({ ...(await settleHome(world(), { hamlet })), hamlet });
  id = await launched(world());
});

const first = new Date('2026-11-15T01:07:00Z').getTime();
/** The nth minute of the movement; it has six days. */
const minute = (nth: number) => new Date(first + nth * 60_000);
/** At the home with this number, by one of its hamlet's two people. */
function visit(
  home: number,
  by: 0 | 1,
  nth: number,
  more: Partial<Told> & { person?: number | undefined } = {},
): Told {
  const { cast, hamlets } = world();
  const at = homes[home % homes.length];
  if (!at) throw new Error('no home');
  const people: [Actor, Actor] = at.hamlet === 'mau1' ? [cast.lan, cast.tu] : [cast.binh, cast.sau];
  const { person, ...rest } = more;
  const residentId = person === undefined ? undefined : at.people[person];
  return {
    by: people[by],
    hamletId: hamlets[at.hamlet],
    householdId: at.id,
    at: minute(nth),
    ...(residentId && { vneid: { residentId, outcome: 'installed' as const } }),
    ...rest,
  };
}
const sums = (of: readonly GoalResult[]) =>
  of.flatMap(({ measure, hamlets, members }) =>
    [...hamlets, ...members].map(({ id: whose, counted, apart, whole, rank }) => ({
      key: `${measure} ${whose}`,
      counted,
      apart,
      whole,
      rank,
    })),
  );
const sumOf = async (measure: Measure, whose: Id) =>
  sums(await results(world(), id)).find(({ key }) => key === `${measure} ${whose}`);

/** Some visits of the six days, spread so that nobody has thirty in an hour. */
const told = fc.array(
  fc.record({
    home: fc.nat(4),
    by: fc.constantFrom(0 as const, 1 as const),
    nth: fc.nat(5 * 24 * 60),
    met: fc.constantFrom('someone' as const, 'someone' as const, 'nobody' as const),
    person: fc.option(fc.nat(1), { nil: undefined }),
  }),
  { maxLength: 9 },
);
const runs = { numRuns: 25, endOnFailure: true };

test('numbers are those of a plain count: each home and person once, nobody met counts nothing, and order says nothing', async () => {
  await fc.assert(
    fc.asyncProperty(told, async (drawn) => {
      await forget(world());
      const visits = drawn.map(({ home, by, nth, ...more }) => visit(home, by, nth, more));
      await tell(world(), visits);
      const now = await results(world(), id);
      const met = visits.filter((one) => one.met === 'someone');
      for (const hamlet of ['mau1', 'mau2'] as const) {
        const hamletId = world().hamlets[hamlet];
        const here = met.filter((one) => one.hamletId === hamletId);
        const lineOf = (measure: Measure) =>
          now.find((one) => one.measure === measure)?.hamlets.find((one) => one.id === hamletId);
        expect(lineOf('homes_met')).toMatchObject({
          counted: new Set(here.map((one) => one.householdId)).size,
          whole: homes.filter((one) => one.hamlet === hamlet).length,
          apart: 0,
        });
        expect(lineOf('people_vneid')).toMatchObject({
          counted: new Set(here.flatMap((one) => one.vneid?.residentId ?? [])).size,
          whole: homes.filter((one) => one.hamlet === hamlet).length * 2,
        });
      }
      // Whoever was first at a home has it, whenever it was written down: members' numbers add up to their hamlets'.
      for (const goal of now)
        expect(goal.members.reduce((sum, one) => sum + one.counted, 0)).toBe(
          goal.hamlets.reduce((sum, one) => sum + one.counted, 0),
        );
      await forget(world());
      await tell(world(), visits.toReversed());
      const distinctTimes = new Set(visits.map((one) => one.at.getTime())).size === visits.length;
      if (distinctTimes) expect(sums(await results(world(), id))).toEqual(sums(now));
    }),
    runs,
  );
});

test('repeating visits moves nothing at all; calling again at somebody else’s raises nobody', async () => {
  await fc.assert(
    fc.asyncProperty(
      told,
      fc.array(fc.nat(8), { maxLength: 9 }),
      fc.nat(600),
      async (drawn, again, later) => {
        await forget(world());
        const visits = drawn.map(({ home, by, nth, ...more }) => visit(home, by, nth, more));
        await tell(world(), visits);
        const before = sums(await results(world(), id));
        const repeated = again.flatMap((nth) => visits[nth] ?? []);
        const move = (one: Told): Told => ({ ...one, at: new Date(one.at.getTime() + (1 + later) * 60_000) });
        await tell(world(), repeated.map(move));
        expect(sums(await results(world(), id))).toEqual(before);
        // The neighbour of the same team goes there too, and writes the same down as his own work.
        const { cast } = world();
        const other = new Map([
          [cast.lan, cast.tu],
          [cast.tu, cast.lan],
          [cast.binh, cast.sau],
          [cast.sau, cast.binh],
        ]);
        const borrowed = repeated.map((one) => ({ ...move(one), by: other.get(one.by) ?? one.by }));
        await tell(world(), borrowed);
        expect(sums(await results(world(), id))).toEqual(before);
      },
    ),
    runs,
  );
});

test('what the door said otherwise is held apart; a new visit that nobody doubts counts again', async () => {
  const { cast, hamlets } = world();
  const [visitId = ''] = await tell(world(), [visit(0, 0, 10, { person: 0 })]);
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 1, apart: 0, rank: 1 });
  await found(world(), visitId, 'differs');
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 0, apart: 1, rank: null });
  expect(await sumOf('people_vneid', cast.lan.memberId ?? '')).toMatchObject({ counted: 0, apart: 1 });
  await tell(world(), [visit(0, 1, 500)]);
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 1, apart: 0 });
  expect(await sumOf('homes_met', cast.tu.memberId ?? '')).toMatchObject({ counted: 1 });
  expect(await sumOf('homes_met', cast.lan.memberId ?? '')).toBeUndefined();
});

test('thirty visits of one person in an hour are held apart until somebody has asked at the door; twenty-nine are believed', async () => {
  const { hamlets } = world();
  const hour = (count: number) => Array.from({ length: count }, (_, nth) => visit(nth % 3, 0, 53 + nth));
  await tell(world(), hour(29));
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 3, apart: 0 });
  const [thirtieth = ''] = await tell(world(), [visit(0, 0, 53 + 29)]);
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 0, apart: 3 });
  await found(world(), thirtieth, 'confirmed');
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 1, apart: 2 });
});

test('visits outside the days, taken back, or of merged doubles add nothing', async () => {
  const { cast, hamlets, run } = world();
  const twin = { ...(await settleHome(world(), { hamlet: 'mau1' })), hamlet: 'mau1' as const };
  homes.push(twin);
  const [, , takenBack = ''] = await tell(world(), [
    visit(0, 0, -3 * 24 * 60),
    visit(1, 0, 10),
    visit(2, 0, 20),
    { ...visit(1, 0, 30), householdId: twin.id },
  ]);
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 3, whole: 4 });
  await run(withdrawVisit, cast.tu, { visitId: takenBack, reason: 'Ghi nhầm nhà' });
  await run(mergeHouseholds, cast.hanh, { intoId: homes[1]?.id, fromId: twin.id });
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 1, whole: 3 });
});

test('the number and the list behind it are one; who may not see the visits of the hamlet gets no list', async () => {
  const { cast, hamlets, read } = world();
  await tell(world(), [visit(0, 0, 10, { person: 0 }), visit(0, 1, 20), visit(1, 1, 30), visit(3, 0, 40)]);
  const asked = { measure: 'homes_met' as const, hamletId: hamlets.mau1, memberId: null };
  const rowsAs = (actor: Actor, more: object = {}) =>
    read(actor, async (ctx) => countedRows(ctx, await getMovement(ctx, id), { ...asked, ...more }));
  const all = await rowsAs(cast.tu);
  expect(all.counted).toBe((await sumOf('homes_met', hamlets.mau1))?.counted);
  expect(new Set(all.rows.map((row) => row.householdId))).toEqual(new Set([homes[0]?.id, homes[1]?.id]));
  expect(all.rows).toHaveLength(2);
  expect((await rowsAs(cast.lan, { memberId: cast.lan.memberId })).rows).toHaveLength(1);
  for (const actor of [cast.binh, cast.doan, cast.loan])
    expect((await problemOf(rowsAs(actor))).code).toBe('not_found');
  expect((await problemOf(rowsAs(cast.hanh, { measure: 'homes_guided' }))).code).toBe('not_found');
});

test('who is a priority household is told to who sees restricted fields, and to no member', async () => {
  const { cast, hamlets, read, run } = world();
  await run(moveMovement, cast.doan, { movementId: id, to: 'cancelled', note: 'Đổi số liệu' });
  id = await launched(world(), { goals: [{ measure: 'priority_homes_met', reach: 'each', goal: 1 }] });
  await tell(world(), [visit(0, 0, 10)]);
  const asked = { measure: 'priority_homes_met' as const, hamletId: hamlets.mau1, memberId: null };
  const rowsAs = (actor: Actor) =>
    read(actor, async (ctx) => countedRows(ctx, await getMovement(ctx, id), asked));
  // Everybody at the homes of the tests is over sixty.
  expect((await rowsAs(cast.tu)).counted).toBe(1);
  expect((await problemOf(rowsAs(cast.lan))).code).toBe('not_found');
});

test('a closed movement says for ever what it said when it was closed', async () => {
  const { cast, hamlets, run } = world();
  await tell(world(), [visit(0, 0, 10), visit(3, 0, 40)]);
  const before = sums(await results(world(), id));
  await run(moveMovement, cast.doan, { movementId: id, to: 'closed' });
  world().now = new Date('2026-12-02T02:00:00Z');
  const [late = ''] = await tell(world(), [visit(1, 0, 50)]);
  await found(world(), late, 'differs');
  await settleHome(world(), { hamlet: 'mau1' });
  await run(mergeHouseholds, cast.hanh, { intoId: homes[0]?.id, fromId: homes[1]?.id });
  expect(sums(await results(world(), id))).toEqual(before);
  expect(await sumOf('homes_met', hamlets.mau1)).toMatchObject({ counted: 1, whole: 3, rank: 2 });
});

test('members see their own team’s numbers, the Youth Union all of them; places are those among all', async () => {
  const { cast } = world();
  await tell(world(), [visit(3, 0, 10), visit(4, 0, 20), visit(0, 0, 30)]);
  const membersAs = async (actor: Actor) =>
    (await results(world(), id, actor))
      .find((one) => one.measure === 'homes_met')
      ?.members.map(({ name, counted, rank }) => [name, counted, rank]);
  const [binh, lan] = [
    ['Trần Văn Bình', 2, 1],
    ['Nguyễn Thị Lan', 1, 2],
  ];
  expect(await membersAs(cast.doan)).toEqual([binh, lan]);
  expect(await membersAs(cast.tu)).toEqual([lan]);
});
