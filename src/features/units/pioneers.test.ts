import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthAsked, PioneerInput, pioneerMeasures, pioneersDueOn, pioneerTotals } from './pioneers.ts';

/** R64: an optional indicator of officials. Counts of people; what is not known is in neither part of a rate. */
const counts = fc.integer({ min: 1, max: 200 }).chain((staff) => {
  const part = fc.option(fc.integer({ min: 0, max: staff }), { nil: null });
  return fc.record({ staff: fc.constant(staff), vneid: part, services: part, ePayment: part });
});
const declared = fc.array(fc.option(counts, { nil: null }), { maxLength: 12 });

test('a rate is of those who are known: who gave nothing changes neither number, and nothing is above its whole', () => {
  fc.assert(
    fc.property(declared, (rows) => {
      const totals = pioneerTotals(rows);
      for (const measure of pioneerMeasures) {
        let [reached, staff, units] = [0, 0, 0];
        for (const row of rows) {
          const part = row?.[measure] ?? null;
          if (row === null || part === null) continue;
          reached += part;
          staff += row.staff;
          units += 1;
        }
        expect(totals[measure]).toEqual({ reached, staff: units === 0 ? null : staff, units });
        expect(totals[measure].reached).toBeLessThanOrEqual(totals[measure].staff ?? 0);
      }
      expect(pioneerTotals([...rows, null])).toEqual(totals);
    }),
  );
});

test('no part is more than the staff, and nothing at all is no declaration', () => {
  const input = { unitId: '01938c00-0000-7000-8000-000000000001', month: '2026-10', staff: '12' };
  const problems = (more: object) => {
    const read = PioneerInput.safeParse({ ...input, ...more });
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };
  expect(problems({ vneid: '12', services: '', ePayment: '0' })).toEqual([]);
  expect(problems({ vneid: '13' })).toEqual(['vneid']);
  expect(problems({ services: '13', ePayment: '14' })).toEqual(['services', 'ePayment']);
  expect(problems({})).toEqual(['vneid']);
  expect(problems({ staff: '0', vneid: '0' })).toContain('staff');
});

test('what ended is asked for, by the 10th as the reports are (R71), over the turn of the year too', () => {
  expect(monthAsked('2026-11-01')).toBe('2026-10');
  expect(monthAsked('2027-01-31')).toBe('2026-12');
  expect(pioneersDueOn('2026-12')).toBe('2027-01-10');
});
