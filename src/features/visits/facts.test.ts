import * as fc from 'fast-check';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { addDays } from '#shared/calendar.ts';
import { newId, type Id } from '#shared/ids.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { correctVisit } from './commands/correct-visit.server.ts';
import { recordVisit } from './commands/record-visit.server.ts';
import { withdrawVisit } from './commands/withdraw-visit.server.ts';
import {
  activeHelpers,
  effectiveGuidances,
  effectiveVisits,
  foldedRecords,
  latestSkillChecks,
  withMerged,
  type AsOf,
  type EffectiveGuidance,
  type EffectiveVisit,
  type FoldedRecord,
  type LatestSkillCheck,
} from './facts.server.ts';
import { digitalItems, foldRecords, itemNames, type DigitalRecord } from './model/digital-status.ts';
import { skillItems, skillVerdict, type SkillAnswers } from './model/skill-check.ts';

const world = useWorld();
let home: Home;
let ba: Id;
beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  ba = home.people[0] ?? '';
});

const asOf = (more: Partial<AsOf> = {}): AsOf => ({
  communeId: commune,
  recordedBy: new Date('2026-12-31T00:00:00Z'),
  day: '2026-12-31',
  ...more,
});
const visitsAt = (cut: AsOf) =>
  inCommune(world(), async (tx) => {
    const { rows } =
      await sql<EffectiveVisit>`select v.* from ${effectiveVisits(cut)} as v order by v.id`.execute(tx);
    return rows;
  });
const foldAt = (cut: AsOf) =>
  inCommune(world(), async (tx) => {
    const { rows } = await sql<FoldedRecord>`select f.* from ${foldedRecords(cut)} as f`.execute(tx);
    return rows;
  });

test('a cut-off shows what was known then: corrections and withdrawals that came later do not change it', async () => {
  const { cast, run } = world();
  const first = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    records: [{ residentId: ba, source: 'shown', vneid: 'installed' }],
  });
  world().now = new Date('2026-12-02T02:00:00Z');
  const second = await run(correctVisit, cast.lan, {
    visitId: first.id,
    met: 'nobody',
    visitedOn: '2026-11-23',
  });
  world().now = new Date('2026-12-05T02:00:00Z');
  await run(withdrawVisit, cast.lan, { visitId: second.id });

  const known = async (recordedBy: string) => {
    const cut = asOf({ recordedBy: new Date(recordedBy) });
    const [folded] = await foldAt(cut);
    return [(await visitsAt(cut)).map(({ id, visited_on: on, met }) => [id, on, met]), folded?.vneid ?? null];
  };
  expect(await known('2026-11-24T00:00:00Z')).toEqual([[], null]);
  expect(await known('2026-12-01T00:00:00Z')).toEqual([[[first.id, '2026-11-24', 'someone']], 'installed']);
  expect(await known('2026-12-03T00:00:00Z')).toEqual([[[second.id, '2026-11-23', 'nobody']], null]);
  expect(await known('2026-12-06T00:00:00Z')).toEqual([[], null]);
  // By day of the visit, too.
  expect(await visitsAt(asOf({ recordedBy: new Date('2026-12-01T00:00:00Z'), day: '2026-11-23' }))).toEqual(
    [],
  );
});

test('the visits, records and helpers of merged doubles are those of the one that goes on, through any chain', async () => {
  const { cast, run } = world();
  const middle = await settleHome(world(), { people: 1 });
  const last = await settleHome(world(), { people: 1 });
  const [survivor = ''] = last.people;
  const { id } = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    guidances: [{ residentId: ba, platform: 'vneid', outcome: 'activated' }],
  });
  await inCommune(world(), async (tx) => {
    await tx.updateTable('households').set({ merged_into: middle.id }).where('id', '=', home.id).execute();
    await tx.updateTable('households').set({ merged_into: last.id }).where('id', '=', middle.id).execute();
    await tx
      .updateTable('residents')
      .set({ merged_into: middle.people[0] ?? null })
      .where('id', '=', ba)
      .execute();
    await tx
      .updateTable('residents')
      .set({ merged_into: survivor })
      .where('id', '=', middle.people[0] ?? '')
      .execute();
  });
  const among = await world().read(cast.hanh, (ctx) => withMerged(ctx, [last.id]));
  expect(new Set(among)).toEqual(new Set([last.id, middle.id, home.id]));
  expect(await visitsAt(asOf({ among }))).toMatchObject([{ id, household_id: last.id }]);
  expect(await visitsAt(asOf())).toMatchObject([{ id, household_id: last.id }]);
  expect(await foldAt(asOf({ among }))).toMatchObject([{ resident_id: survivor, vneid: 'activated' }]);
  const guidances = await inCommune(world(), async (tx) => {
    const { rows } = await sql<EffectiveGuidance>`select g.* from ${effectiveGuidances(asOf())} as g`.execute(
      tx,
    );
    return rows;
  });
  expect(guidances).toMatchObject([{ household_id: last.id, resident_id: survivor, platform: 'vneid' }]);
  // Another household is not touched by the filter.
  expect(await visitsAt(asOf({ among: [newId(world().now)] }))).toEqual([]);
});

const answer = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: null });
const record = fc.record({
  person: fc.integer({ min: 0, max: 1 }),
  observedOn: fc.integer({ min: 0, max: 4 }).map((shift) => addDays('2026-11-01', shift)),
  recordedAt: fc.integer({ min: 0, max: 4 }).map((hours) => new Date(Date.UTC(2026, 10, 6, hours))),
  source: fc.constantFrom('shown' as const, 'declared' as const, 'assumed' as const),
  vneid: answer(digitalItems.vneid),
  dvc_account: answer(digitalItems.dvc_account),
  bank_account: answer(digitalItems.bank_account),
  e_payment: answer(digitalItems.e_payment),
  health_app: answer(digitalItems.health_app),
  education_app: answer(digitalItems.education_app),
  social_app: answer(digitalItems.social_app),
});

test('the fold in SQL and the fold on the phone never disagree, at any cut-off (law 5)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 12 }),
      fc.integer({ min: 0, max: 5 }).map((shift) => addDays('2026-11-01', shift)),
      fc.integer({ min: 0, max: 4 }).map((hours) => new Date(Date.UTC(2026, 10, 6, hours))),
      async (made, day, recordedBy) => {
        const records = made.map((one) => ({ ...one, id: newId(world().now) }));
        const rows = await inCommune(world(), async (tx) => {
          await tx.deleteFrom('digital_records').execute();
          for (const { person, observedOn, recordedAt, ...rest } of records) {
            await tx
              .insertInto('digital_records')
              .values({
                ...rest,
                commune_id: commune,
                household_id: home.id,
                resident_id: home.people[person] ?? '',
                visit_id: null,
                observed_on: observedOn,
                recorded_at: recordedAt,
                recorded_by: newId(world().now),
              })
              .execute();
          }
          const cut = asOf({ day, recordedBy, among: [home.id] });
          return (await sql<FoldedRecord>`select f.* from ${foldedRecords(cut)} as f`.execute(tx)).rows;
        });
        for (const [person, residentId] of home.people.entries()) {
          const known: DigitalRecord[] = records.filter(
            (one) => one.person === person && one.observedOn <= day && one.recordedAt <= recordedBy,
          );
          const expected = foldRecords(known);
          const row = rows.find((one) => one.resident_id === residentId);
          for (const item of itemNames) {
            const value = row?.[item] ?? null;
            expect(value === 'unknown' ? null : value).toBe(expected[item]?.value ?? null);
            if (expected[item]) expect(row?.[`${item}_on`]).toBe(expected[item].on);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('the newest skill check in SQL has the verdict of the model', async () => {
  const check = fc.record({
    on: fc.integer({ min: 0, max: 3 }).map((shift) => addDays('2026-11-01', shift)),
    answers: fc.array(fc.constantFrom(true, true, true, false, null), { minLength: 7, maxLength: 7 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(check, { minLength: 1, maxLength: 5 }), async (made) => {
      const checks = made.map(({ on, answers: [a, b, c, d, e, f, g] }) => {
        const answers: SkillAnswers = {
          online_services: a ?? null,
          online_shopping: b ?? null,
          online_payment: c ?? null,
          self_protection: d ?? null,
          other_platform: e ?? null,
          vneid_account: f ?? null,
          dvc_account: g ?? null,
        };
        return { id: newId(world().now), on, answers };
      });
      const [row] = await inCommune(world(), async (tx) => {
        await tx.deleteFrom('skill_checks').execute();
        for (const one of checks) {
          await tx
            .insertInto('skill_checks')
            .values({
              commune_id: commune,
              id: one.id,
              household_id: home.id,
              resident_id: ba,
              checked_on: one.on,
              recorded_at: world().now,
              recorded_by: newId(world().now),
              confirmed_on_vneid: 'unknown',
              ...one.answers,
            })
            .execute();
        }
        const cut = asOf({ among: [home.id] });
        return (await sql<LatestSkillCheck>`select c.* from ${latestSkillChecks(cut)} as c`.execute(tx)).rows;
      });
      const newest = checks.sort((x, y) => (`${x.on}${x.id}` < `${y.on}${y.id}` ? 1 : -1))[0];
      const verdict = newest ? skillVerdict(newest.answers) : 'unknown';
      expect(row?.skilled).toBe(verdict === 'skilled' ? true : verdict === 'not_skilled' ? false : null);
      for (const item of skillItems) expect(row?.[item]).toBe(newest?.answers[item]);
    }),
    { numRuns: 30 },
  );
});

test('a helper is active from the first day until the end that was known at the cut-off', async () => {
  const { cast } = world();
  await inCommune(world(), (tx) =>
    tx
      .insertInto('helper_assignments')
      .values({
        commune_id: commune,
        id: newId(world().now),
        household_id: home.id,
        member_id: cast.lan.memberId ?? '',
        reason: 'Cụ ở một mình',
        every_days: 7,
        started_on: '2026-11-10',
        ended_on: '2026-11-20',
        end_reason: null,
        recorded_at: new Date('2026-11-10T02:00:00Z'),
        recorded_by: cast.tu.accountId,
        end_recorded_at: new Date('2026-12-01T02:00:00Z'),
        end_recorded_by: cast.tu.accountId,
      })
      .execute(),
  );
  const active = (day: string, recordedBy: string) =>
    inCommune(world(), async (tx) => {
      const cut = asOf({ day, recordedBy: new Date(recordedBy) });
      return (await sql`select a.id from ${activeHelpers(cut)} as a`.execute(tx)).rows.length === 1;
    });
  expect(await active('2026-11-09', '2026-12-31T00:00:00Z')).toBe(false);
  expect(await active('2026-11-10', '2026-12-31T00:00:00Z')).toBe(true);
  expect(await active('2026-11-19', '2026-12-31T00:00:00Z')).toBe(true);
  expect(await active('2026-11-20', '2026-12-31T00:00:00Z')).toBe(false);
  // The end was written down on 1 December: the report of 30 November did not know of it.
  expect(await active('2026-11-30', '2026-11-30T17:00:00Z')).toBe(true);
  expect(await active('2026-11-30', '2026-11-10T01:00:00Z')).toBe(false);
});
