import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdReasonsOf } from '#features/registry/model/priority.ts';
import { addDays } from '#shared/calendar.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { useWorld } from '#tests/world.ts';
import { compileCounts } from './compile-counts.server.ts';
import { compileVerdicts, type VerdictRow } from './compile.server.ts';
import { defaultDefinitions } from './default-definitions.ts';
import type { Condition, TargetDefinition } from './definition.ts';
import { holdsForHousehold, verdictOnHousehold, verdictOnResident, type Verdict } from './evaluate.ts';
import type { Horizon } from './facts.ts';
import { factsOfSpec } from './oracle/facts-of-spec.ts';
import { insertCommune, type InsertedCommune } from './oracle/insert-commune.ts';
import { countByHand, isDouble, survivorOf } from './oracle/oracle.ts';
import {
  communeSpec,
  planEnd,
  planStart,
  platformsOfTest,
  type CommuneSpec,
} from './oracle/random-commune.ts';
import { randomTargets } from './oracle/random-targets.ts';
import { priorityConditions } from './priority.ts';
import { everRecorded, liveSources, type Frame } from './relations.server.ts';

const world = useWorld();

const horizonOf = (commune: CommuneSpec): Horizon => ({
  day: commune.cutoff,
  from: planStart,
  to: commune.cutoff < planEnd ? commune.cutoff : planEnd,
  planEnd,
  platforms: platformsOfTest,
});

class Undo extends Error {}

/** Runs the work on a commune's rows, which are gone afterwards. */
async function onRows(commune: CommuneSpec, work: (tx: Tx, inserted: InsertedCommune) => Promise<void>) {
  const here = world();
  await here.database
    .transaction({ commune: here.cast.hanh.communeId }, async (tx) => {
      await work(tx, await insertCommune(tx, here, commune));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
}

const frameOf = (horizon: Horizon): Frame => ({
  scope: 'all',
  horizon,
  asOf: { communeId: world().cast.hanh.communeId, day: horizon.day, recordedBy: everRecorded },
  sources: liveSources,
});

async function verdictsInSql(
  tx: Tx,
  commune: CommuneSpec,
  targets: readonly TargetDefinition[],
  horizon = horizonOf(commune),
) {
  const { rows } = await compileVerdicts(targets, frameOf(horizon)).execute(tx);
  return Map.groupBy(rows, (row) => row.target);
}

const bitsOf = (verdict: Verdict) =>
  verdict.beside.reduce(
    (sum, part, index) =>
      sum + (part.in ? (part.counts === true ? 2 : part.counts === null ? 3 : 1) : 0) * 4 ** index,
    0,
  );

/** What the SQL should give of a target, by the evaluator that runs on phones: subject id → what a mark holds. */
function verdictsInMemory(commune: CommuneSpec, inserted: InsertedCommune, target: TargetDefinition) {
  const horizon = horizonOf(commune);
  const expected = new Map<string, { belongs: boolean | null; verdict: boolean | null; beside: number }>();
  const keep = (id: string | undefined, verdict: Verdict) => {
    const beside = bitsOf(verdict);
    if (verdict.belongs !== false || beside > 0)
      expected.set(id ?? '', { belongs: verdict.belongs, verdict: verdict.reached, beside });
  };
  commune.households.forEach((spec, place) => {
    if (survivorOf(commune, place) !== place) return;
    const household = factsOfSpec(commune, place);
    if (target.subject === 'household')
      keep(inserted.households[place], verdictOnHousehold(target, household, horizon));
    if (target.subject === 'resident')
      spec.residents.forEach((_, index) => {
        const resident = household.residents.find((one) => one.id === `${place}.${index}`);
        if (resident && !isDouble(spec, index))
          keep(inserted.residents.get(resident.id), verdictOnResident(target, household, resident, horizon));
      });
  });
  return expected;
}

const marksOf = (rows: readonly VerdictRow[] | undefined) =>
  new Map(
    (rows ?? []).map(({ subject_id: id, belongs, verdict, beside }) => [id, { belongs, verdict, beside }]),
  );

describe('the SQL of T1–T6 and T3p (law 5)', () => {
  it('says of every household and person what counting by hand from domain/03 §7.4 says', async () => {
    const seen = { reached: 0, left: 0, unknown: 0, uncertain: 0 };
    await fc.assert(
      fc.asyncProperty(communeSpec, (commune) =>
        onRows(commune, async (tx, inserted) => {
          const rows = await verdictsInSql(tx, commune, defaultDefinitions);
          const byHand = countByHand(commune);
          for (const code of ['T2', 'T3', 'T3p', 'T4', 'T6'] as const) {
            const inPopulation = (rows.get(code) ?? []).filter((row) => row.belongs === true);
            const verdicts = new Map(inPopulation.map((row) => [row.subject_id, row.verdict]));
            const expected = new Map(
              [...byHand[code]].map(([place, answer]) => [inserted.households[place], answer]),
            );
            expect(sorted(verdicts), code).toEqual(sorted(expected));
          }
          const people = rows.get('T5') ?? [];
          const sure = new Map(
            people.filter((row) => row.belongs).map((row) => [row.subject_id, row.verdict]),
          );
          expect(sorted(sure), 'T5').toEqual(
            sorted(new Map([...byHand.T5].map(([key, answer]) => [inserted.residents.get(key), answer]))),
          );
          expect(new Set(people.filter((row) => row.belongs === null).map((row) => row.subject_id))).toEqual(
            new Set([...byHand.perhapsT5].map((key) => inserted.residents.get(key))),
          );
          for (const row of [...rows.values()].flat()) {
            if (row.belongs === null) seen.uncertain += 1;
            if (row.belongs !== true) continue;
            seen[row.verdict === null ? 'unknown' : row.verdict ? 'reached' : 'left'] += 1;
          }
        }),
      ),
      { numRuns: 120 },
    );
    // The random communes did ask all of the questions.
    expect(Math.min(seen.reached, seen.left, seen.unknown, seen.uncertain)).toBeGreaterThan(100);
  }, 120_000);

  it('says the same as the evaluator that runs on phones, figures beside included', async () => {
    await fc.assert(
      fc.asyncProperty(communeSpec, (commune) =>
        onRows(commune, async (tx, inserted) => {
          const rows = await verdictsInSql(tx, commune, defaultDefinitions);
          for (const target of defaultDefinitions)
            expect(sorted(marksOf(rows.get(target.code))), target.code).toEqual(
              sorted(verdictsInMemory(commune, inserted, target)),
            );
        }),
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('says the same as the evaluator for any definition that an officer may write', async () => {
    await fc.assert(
      fc.asyncProperty(communeSpec, randomTargets, (commune, targets) =>
        onRows(commune, async (tx, inserted) => {
          const rows = await verdictsInSql(tx, commune, targets);
          for (const target of targets)
            expect(sorted(marksOf(rows.get(target.code))), JSON.stringify(target)).toEqual(
              sorted(verdictsInMemory(commune, inserted, target)),
            );
        }),
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('the counts of several sets of questions', () => {
  it('are those of the people and households that each set names for itself', async () => {
    await fc.assert(
      fc.asyncProperty(communeSpec, randomTargets, (commune, targets) =>
        onRows(commune, async (tx) => {
          const year = horizonOf(commune);
          const day = addDays(year.day, -31);
          const lastDays = { ...year, from: addDays(year.day, -9) };
          const before = { ...year, day, from: addDays(day, -30), to: day < year.to ? day : year.to };
          const horizons = [year, lastDays, before];
          const { rows } = await compileCounts(
            horizons.map((horizon, key) => ({ key, definitions: targets, horizon })),
            frameOf(year),
          ).execute(tx);
          for (const [key, horizon] of horizons.entries()) {
            const verdicts = await verdictsInSql(tx, commune, targets, horizon);
            for (const { code } of targets) {
              const inPopulation = (verdicts.get(code) ?? []).filter((row) => row.belongs === true);
              const count = (verdict: boolean | null) =>
                inPopulation.filter((row) => row.verdict === verdict).length;
              expect(rows.find((row) => row.key === key && row.target === code)).toEqual({
                key,
                target: code,
                population: inPopulation.length,
                reached: count(true),
                unknown: count(null),
              });
            }
          }
        }),
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('a priority reason', () => {
  it('holds for exactly the households of which the register names it (R23)', () => {
    fc.assert(
      fc.property(communeSpec, (commune) => {
        commune.households.forEach((spec, place) => {
          const household = factsOfSpec(commune, place);
          const named = householdReasonsOf(
            household.residents.map((one) => ({
              birth_date: one.birth,
              has_smartphone: one.smartphone,
              vulnerable: one.vulnerable,
              state: one.state,
            })),
            { has_smartphone: spec.smartphone, poverty: spec.poverty },
            commune.cutoff,
          );
          const hold = (['elderly', 'no_smartphone', 'vulnerable'] as const).filter((reason) => {
            const condition: Condition = priorityConditions[reason];
            return holdsForHousehold(condition, household, horizonOf(commune)) === true;
          });
          expect(hold).toEqual(named);
        });
      }),
    );
  });
});

function sorted<Value>(map: Map<string | undefined, Value>): [string, Value][] {
  return [...map]
    .map(([key, value]): [string, Value] => [key ?? '', value])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
