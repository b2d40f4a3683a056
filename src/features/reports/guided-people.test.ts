import { beforeEach, expect, test } from 'vitest';
import { mergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { moveResident } from '#features/registry/commands/move-resident.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Home } from '#tests/visit-world.ts';
import { useWorld, type HamletName } from '#tests/world.ts';
import { spanOf } from './model/span.ts';
import { reportFigures } from './queries/report-figures.server.ts';
import { templateFor } from './queries/templates.server.ts';
import { layGroundFor, rowOf, settleHomes, visit } from './report-world.test-support.ts';

/** domain/01 §2.5, part C: people (người) are counted once, in the hamlet where they live by the register. */
const world = useWorld();
const october = spanOf('2026-10', 'calendar');
let here: Home[];
let there: Home[];

beforeEach(async () => {
  await layGroundFor(world());
  here = await settleHomes(world(), 'mau1', 2);
  there = await settleHomes(world(), 'mau2', 2);
});

const guided = (actor: 'lan' | 'binh', home: Home | undefined, person: Id | undefined, day: string) =>
  visit(world(), world().cast[actor], home ?? { id: '', people: [] }, day, {
    guidances: [{ residentId: person, platform: 'vneid', outcome: 'installed' }],
  });

/** Người guided with VNeID in October, as the hamlet's report (null: the commune's) says on the 8th of November. */
async function people(hamlet: HamletName | null): Promise<number | null> {
  const { cast, hamlets, read } = world();
  const figures = await read(cast.hanh, async (ctx) =>
    reportFigures(ctx, (await templateFor(ctx, 'hamlet', october.to)).definition, {
      hamletId: hamlet && hamlets[hamlet],
      span: october,
      cutoffAt: new Date('2026-11-08T02:00:00Z'),
    }),
  );
  return rowOf(figures, 'C5').period;
}
const at = (moment: string) => (world().now = new Date(moment));

test('a bride who was guided in Ấp Mẫu 2 counts in Ấp Mẫu 1, to which she moved', async () => {
  await guided('binh', there[0], there[0]?.people[1], '2026-10-05');
  await guided('lan', here[0], here[0]?.people[0], '2026-10-06');
  at('2026-10-20T02:00:00Z');
  await world().run(moveResident, world().cast.hanh, {
    residentId: there[0]?.people[1],
    toHouseholdId: here[0]?.id,
    relation: 'child',
    on: '2026-10-19',
  });
  at('2026-11-09T02:00:00Z');
  expect([await people('mau1'), await people('mau2'), await people(null)]).toEqual([2, 0, 2]);
});

test('somebody entered in two hamlets, guided under both entries, is one person where the register keeps them', async () => {
  await guided('binh', there[1], there[1]?.people[1], '2026-10-05');
  await guided('lan', here[1], here[1]?.people[1], '2026-10-06');
  await guided('binh', there[1], there[1]?.people[0], '2026-10-07');
  at('2026-10-20T02:00:00Z');
  await world().run(mergeResidents, world().cast.hanh, {
    fromId: there[1]?.people[1],
    intoId: here[1]?.people[1],
  });
  at('2026-11-09T02:00:00Z');
  expect([await people('mau1'), await people('mau2'), await people(null)]).toEqual([1, 1, 2]);
});

test('a double that alone was guided counts as the person who goes on', async () => {
  await guided('binh', there[1], there[1]?.people[1], '2026-10-05');
  at('2026-10-20T02:00:00Z');
  await world().run(mergeResidents, world().cast.hanh, {
    fromId: there[1]?.people[1],
    intoId: here[1]?.people[1],
  });
  at('2026-11-09T02:00:00Z');
  expect([await people('mau1'), await people('mau2'), await people(null)]).toEqual([1, 0, 1]);
});

test('a merge after the cut-off leaves the report as it was (F25)', async () => {
  await guided('binh', there[1], there[1]?.people[1], '2026-10-05');
  at('2026-11-20T02:00:00Z');
  await world().run(mergeResidents, world().cast.hanh, {
    fromId: there[1]?.people[1],
    intoId: here[1]?.people[1],
  });
  expect([await people('mau1'), await people('mau2'), await people(null)]).toEqual([0, 1, 1]);
});

test('services online, an account there and Smart An Giang are rows of their own; who only practised has no account (R32, R33)', async () => {
  const { cast, hamlets, read } = world();
  const [one, other] = here[0]?.people ?? [];
  const shown = (residentId: Id | undefined, platform: string, outcome: string) => ({
    residentId,
    platform,
    outcome,
  });
  await visit(world(), cast.lan, here[0] ?? { id: '', people: [] }, '2026-10-05', {
    guidances: [
      shown(one, 'dvc', 'practised'),
      shown(other, 'dvc', 'activated'),
      shown(one, 'smart_an_giang', 'installed'),
      shown(other, 'smart_an_giang', 'declined'),
    ],
  });
  const figures = await read(cast.hanh, async (ctx) =>
    reportFigures(ctx, (await templateFor(ctx, 'hamlet', october.to)).definition, {
      hamletId: hamlets.mau1,
      span: october,
      cutoffAt: new Date('2026-11-08T02:00:00Z'),
    }),
  );
  expect(['C3', 'C4', 'C5', 'C6'].map((code) => rowOf(figures, code).period)).toEqual([2, 1, 0, 1]);
});
