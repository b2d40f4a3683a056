import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/calendar.ts';
import { nextVisits } from './next-visits.ts';

const today = '2026-11-24';
const step = (householdId: string, nextOn: string) => ({ householdId, nextOn, nextStep: null });
const helped = (householdId: string, nextCallOn: string) => ({ householdId, nextCallOn, everyDays: 30 });
const left = (householdId: string | null) => ({
  householdId,
  isPriority: true,
  lastContactOn: null,
  missing: null,
});

test('promises first, then those whom one helps, then who is left; each household once with all its reasons', () => {
  const visits = nextVisits(
    {
      steps: [step('tín', '2026-11-20'), step('mai', '2026-11-25')],
      helped: [helped('huệ', '2026-11-24'), helped('tín', '2026-11-01'), helped('sau', '2026-12-01')],
      left: [left('nhơn'), left(null), left('huệ'), left('tín')],
    },
    today,
    10,
  );
  expect(visits.map(({ householdId, reasons }) => [householdId, reasons.map((one) => one.kind)])).toEqual([
    ['tín', ['appointment', 'help', 'left']],
    ['huệ', ['help', 'left']],
    ['nhơn', ['left']],
  ]);
});

test('a promise of tomorrow and one of more than sixty days ago are not for today', () => {
  const days = [1, 0, -60, -61].map((days) => addDays(today, days));
  const steps = days.map((on) => step(on, on));
  expect(nextVisits({ steps, helped: [], left: [] }, today, 10).map((one) => one.householdId)).toEqual([
    '2026-11-24',
    '2026-09-25',
  ]);
});

test('never more than asked, never a household twice, and the order of the work list is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }).map(String)), fc.nat({ max: 12 }), (ids, limit) => {
      const shown = nextVisits({ steps: [], helped: [], left: ids.map(left) }, today, limit);
      const once = [...new Set(ids)];
      expect(shown.map((one) => one.householdId)).toEqual(once.slice(0, limit));
    }),
  );
});
