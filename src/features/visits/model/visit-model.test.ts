import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { Problem } from '#shared/problem.ts';
import {
  digitalItems,
  foldRecords,
  itemNames,
  noAnswers,
  type DigitalItem,
  type DigitalRecord,
} from './digital-status.ts';
import { guidanceOutcomes, provenBy, recordsFromGuidance } from './guidance.ts';
import { isInForce, nextCallOn } from './helper.ts';
import { isSkilled, skillItems, skillVerdict, type SkillAnswers } from './skill-check.ts';
import { earliestVisitDay, timeOfVisit, VisitInput } from './visit.ts';

const now = new Date('2026-11-24T02:12:00Z');
const householdId = newId(now);
const residentId = newId(now);
const clock = { now, happenedAt: now, earliest: '2026-01-01' };

const fieldsOf = (raw: unknown): string[] => {
  try {
    parseInput(VisitInput, raw);
    return [];
  } catch (error) {
    if (error instanceof Problem) return Object.keys(error.fields);
    throw error;
  }
};

test('"không gặp ai" carries no guidance, nobody met, nothing learned', () => {
  const visit = { householdId, met: 'nobody' };
  expect(fieldsOf(visit)).toEqual([]);
  expect(fieldsOf({ ...visit, metResidents: [residentId] })).toEqual(['metResidents']);
  expect(fieldsOf({ ...visit, guidances: [{ residentId, platform: 'vneid', outcome: 'absent' }] })).toEqual([
    'guidances',
  ]);
  expect(fieldsOf({ ...visit, records: [{ residentId, source: 'assumed', vneid: 'none' }] })).toEqual([
    'records',
  ]);
});

test('a note that gives a password, a code or an identity number away is refused, wherever it stands (R106)', () => {
  const visit = { householdId, met: 'someone' };
  expect(fieldsOf({ ...visit, note: 'Mật khẩu: Lan@1990' })).toEqual(['note']);
  expect(fieldsOf({ ...visit, need: 'OTP 482913' })).toEqual(['need']);
  expect(fieldsOf({ ...visit, nextStep: 'Làm lại CCCD 089203001234' })).toEqual(['nextStep']);
  expect(fieldsOf({ ...visit, note: 'Gọi con gái 0912 345 678, hẹn 15/12/2026' })).toEqual([]);
});

test("a visit's day is its date in Vietnam, whatever the hour", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-02-01T00:00:00Z'), max: now, noInvalidDate: true }),
      (moment) => {
        const time = timeOfVisit({ visitedOn: null, visitedAt: moment.toISOString() }, clock);
        // Vietnam has been seven hours ahead of UTC since 1975, without summer time.
        const local = new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
        expect(time).toMatchObject({ on: local });
      },
    ),
  );
  const lateEvening = timeOfVisit({ visitedOn: null, visitedAt: '2026-11-23T16:59:59Z' }, clock);
  expect(lateEvening).toMatchObject({ on: '2026-11-23' });
  const midnight = timeOfVisit({ visitedOn: null, visitedAt: '2026-11-23T17:00:00Z' }, clock);
  expect(midnight).toMatchObject({ on: '2026-11-24' });
});

test('a clock that runs ahead by up to 24 hours is taken as now; further ahead is refused', () => {
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  expect(timeOfVisit({ visitedOn: null, visitedAt: at(23) }, clock)).toEqual({ at: now, on: '2026-11-24' });
  expect(timeOfVisit({ visitedOn: null, visitedAt: at(25) }, clock)).toHaveProperty('problem');
  expect(timeOfVisit({ visitedOn: '2026-11-25', visitedAt: null }, clock)).toHaveProperty('problem');
});

test('no accepted visit lies in the future or before the earliest day', () => {
  const day = fc.integer({ min: -800, max: 400 }).map((shift) => addDays('2026-11-24', shift));
  fc.assert(
    fc.property(day, day, day, (visitedOn, registeredOn, planStart) => {
      const earliest = earliestVisitDay(registeredOn, planStart);
      const time = timeOfVisit({ visitedOn, visitedAt: null }, { ...clock, earliest });
      const may =
        visitedOn <= '2026-11-24' && (visitedOn >= addDays(registeredOn, -31) || visitedOn >= planStart);
      expect('on' in time).toBe(may);
      if ('on' in time) {
        expect(time.on).toBe(visitedOn);
        expect(dayOf(time.at)).toBe(visitedOn);
        expect(time.at <= now).toBe(true);
      }
    }),
  );
});

const day = fc.integer({ min: 0, max: 6 }).map((shift) => addDays('2026-11-01', shift));
const answerOf = (item: DigitalItem) => fc.option(fc.constantFrom(...digitalItems[item]), { nil: null });
const record: fc.Arbitrary<DigitalRecord> = fc.record({
  id: fc.uuid(),
  observedOn: day,
  recordedAt: fc.integer({ min: 0, max: 4 }).map((hours) => new Date(now.getTime() + hours * 3_600_000)),
  source: fc.constantFrom('shown', 'declared', 'assumed', 'import'),
  vneid: fc.option(fc.constantFrom(...digitalItems.vneid), { nil: null }),
  dvc_account: fc.option(fc.constantFrom(...digitalItems.dvc_account), { nil: null }),
  bank_account: fc.option(fc.constantFrom(...digitalItems.bank_account), { nil: null }),
  e_payment: fc.option(fc.constantFrom(...digitalItems.e_payment), { nil: null }),
  health_app: fc.option(fc.constantFrom(...digitalItems.health_app), { nil: null }),
  education_app: fc.option(fc.constantFrom(...digitalItems.education_app), { nil: null }),
  social_app: fc.option(fc.constantFrom(...digitalItems.social_app), { nil: null }),
});

test('the fold does not depend on the order of arrival', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(record, { maxLength: 12, selector: (one) => one.id })
        .chain((records) =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
          ),
        ),
      ([records, shuffled]) => {
        expect(foldRecords(shuffled)).toEqual(foldRecords(records));
      },
    ),
  );
});

test('the fold answers with the newest that was said, and unknown takes it back', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { maxLength: 8, selector: (one) => one.id }),
      fc.constantFrom(...itemNames).chain((item) => fc.tuple(fc.constant(item), answerOf(item))),
      (records, [item, answer]) => {
        // Newer than all of them: it alone decides its item, and nothing about the others.
        const newest = {
          id: newId(now),
          observedOn: '2026-11-20',
          recordedAt: now,
          source: 'shown' as const,
          ...noAnswers,
          [item]: answer,
        };
        const before = foldRecords(records);
        const after = foldRecords([newest, ...records]);
        for (const one of itemNames)
          if (one !== item || answer === null) expect(after[one]).toEqual(before[one]);
        if (answer === 'unknown') expect(after[item]).toBeNull();
        else if (answer !== null)
          expect(after[item]).toEqual({ value: answer, on: '2026-11-20', source: 'shown' });
      },
    ),
  );
  expect(foldRecords([])).toEqual(noAnswers);
});

test('what a guidance proves: only installs and activations, and never a habit of paying', () => {
  expect(provenBy('vneid', 'installed')).toEqual({ vneid: 'installed' });
  expect(provenBy('vneid', 'activated')).toEqual({ vneid: 'activated' });
  expect(provenBy('dvc_account', 'installed')).toBeNull();
  expect(provenBy('dvc_account', 'activated')).toEqual({ dvc_account: 'yes' });
  expect(provenBy('bank_account', 'installed')).toBeNull();
  expect(provenBy('health_app', 'installed')).toEqual({ health_app: 'yes' });
  for (const outcome of guidanceOutcomes) {
    expect(provenBy('e_payment', outcome)).toBeNull();
    expect(provenBy(null, outcome)).toBeNull();
  }
  for (const item of itemNames)
    for (const outcome of ['practised', 'declined', 'absent', 'no_device'] as const)
      expect(provenBy(item, outcome)).toBeNull();
});

test('of installed and activated the further one stands, in either order; what was asked outright is left alone', () => {
  const tracks = new Map<string, DigitalItem | null>([
    ['vneid', 'vneid'],
    ['so_suc_khoe', 'health_app'],
  ]);
  const installed = { residentId, platform: 'vneid', outcome: 'installed' as const };
  const activated = { residentId, platform: 'vneid', outcome: 'activated' as const };
  const proven = [{ residentId, answers: { ...noAnswers, vneid: 'activated' } }];
  expect(recordsFromGuidance([installed, activated], tracks)).toEqual(proven);
  expect(recordsFromGuidance([activated, installed], tracks)).toEqual(proven);
  const health = { residentId, platform: 'so_suc_khoe', outcome: 'installed' as const };
  expect(recordsFromGuidance([activated, health], tracks, [{ residentId, vneid: 'installed' }])).toEqual([
    { residentId, answers: { ...noAnswers, health_app: 'yes' } },
  ]);
  expect(recordsFromGuidance([{ ...activated, residentId: null }], tracks)).toEqual([]);
});

test('skilled is all seven items passed, and nothing less (R26a–g)', () => {
  expect(skillItems).toHaveLength(7);
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.boolean(), { nil: null }), { minLength: 7, maxLength: 7 }),
      ([a = null, b = null, c = null, d = null, e = null, f = null, g = null]) => {
        const check: SkillAnswers = {
          online_services: a,
          online_shopping: b,
          online_payment: c,
          self_protection: d,
          other_platform: e,
          vneid_account: f,
          dvc_account: g,
        };
        const all = [a, b, c, d, e, f, g];
        const passed = all.filter((answer) => answer === true).length;
        expect(isSkilled(check)).toBe(passed === 7);
        expect(skillVerdict(check)).toBe(
          passed === 7 ? 'skilled' : all.includes(false) ? 'not_skilled' : 'unknown',
        );
      },
    ),
  );
});

test('a term runs from its first day until before its last; the next call counts from the last visit since the start', () => {
  const term = { startedOn: '2026-11-01', endedOn: '2026-11-10' };
  expect(isInForce(term, '2026-10-31')).toBe(false);
  expect(isInForce(term, '2026-11-01')).toBe(true);
  expect(isInForce(term, '2026-11-09')).toBe(true);
  expect(isInForce(term, '2026-11-10')).toBe(false);
  expect(isInForce({ ...term, endedOn: null }, '2099-01-01')).toBe(true);
  const assignment = { startedOn: '2026-11-01', everyDays: 14 };
  expect(nextCallOn(assignment, null)).toBe('2026-11-15');
  expect(nextCallOn(assignment, '2026-10-20')).toBe('2026-11-15');
  expect(nextCallOn(assignment, '2026-11-20')).toBe('2026-12-04');
});
