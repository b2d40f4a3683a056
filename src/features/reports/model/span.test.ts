import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar.ts';
import { closings, periodKinds } from '#features/plans/model.ts';
import { daysLate, dueOn, isWorkingDay, type DaysOff } from './due.ts';
import { isPeriodKey, keyOf, movedBy, newestEnded, runningOn, spanBefore, spanOf } from './span.ts';

describe('a period', () => {
  it('has the days of the calendar, or ends on the 14th (domain/04 §3.3, NĐ 09/2019)', () => {
    const days = (key: string, closing: (typeof closings)[number]) => {
      const { from, to } = spanOf(key, closing);
      return `${from} ${to}`;
    };
    expect(days('2026-10', 'calendar')).toBe('2026-10-01 2026-10-31');
    expect(days('2026-Q4', 'calendar')).toBe('2026-10-01 2026-12-31');
    expect(days('2026-H1', 'calendar')).toBe('2026-01-01 2026-06-30');
    expect(days('2026-Y', 'calendar')).toBe('2026-01-01 2026-12-31');
    expect(days('2026-10', 'fourteenth')).toBe('2026-09-15 2026-10-14');
    expect(days('2026-01', 'fourteenth')).toBe('2025-12-15 2026-01-14');
    expect(days('2026-Q1', 'fourteenth')).toBe('2025-12-15 2026-03-14');
    expect(days('2026-H2', 'fourteenth')).toBe('2026-06-15 2026-12-14');
    expect(days('2026-Y', 'fourteenth')).toBe('2025-12-15 2026-12-14');
  });

  it('follows the one before it without a gap, whatever its kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...periodKinds),
        fc.constantFrom(...closings),
        fc.integer({ min: 2001, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        (kind, closing, year, month) => {
          const key = keyOf(kind, `${year}-${String(month).padStart(2, '0')}`);
          const span = spanOf(key, closing);
          expect(isPeriodKey(key)).toBe(true);
          expect(addDays(spanBefore(span).to, 1)).toBe(span.from);
          expect(movedBy(movedBy(key, 5), -5)).toBe(key);
          expect(newestEnded(kind, closing, span.to)).toBe(key);
          expect(newestEnded(kind, closing, addDays(span.to, -1))).toBe(movedBy(key, -1));
          expect([runningOn(kind, closing, span.from), runningOn(kind, closing, span.to)]).toEqual([
            key,
            key,
          ]);
        },
      ),
    );
  });

  it('has no other names', () => {
    for (const text of [
      '2026-13',
      '2026-Q0',
      '2026-Q5',
      '2026-H3',
      '2026',
      '2026-y',
      '2026-10-01',
      ' 2026-10',
    ])
      expect([text, isPeriodKey(text)]).toEqual([text, false]);
  });
});

describe('the due day', () => {
  // 10/10/2026 is a Saturday; 12 a Monday.
  const off: DaysOff = new Map([
    ['2026-10-12', 'off'],
    ['2026-09-12', 'working'],
  ]);

  it('is the 10th of the month after the period (R71)', () => {
    const rule = { dueDay: 10, daysOff: null };
    expect(dueOn('2026-10', rule)).toBe('2026-11-10');
    expect(dueOn('2026-12', rule)).toBe('2027-01-10');
    expect(dueOn('2026-Q3', rule)).toBe('2026-10-10');
    expect(dueOn('2026-Y', rule)).toBe('2027-01-10');
  });

  it('is put off over weekends and holidays when the commune says so', () => {
    expect(dueOn('2026-09', { dueDay: 10, daysOff: new Map() })).toBe('2026-10-12');
    expect(dueOn('2026-09', { dueDay: 10, daysOff: off })).toBe('2026-10-13');
    // A Saturday that is worked in exchange is a working day.
    expect(dueOn('2026-08', { dueDay: 12, daysOff: off })).toBe('2026-09-12');
    expect(isWorkingDay('2026-09-13', off)).toBe(false);
  });

  it('lasts until 24:00 in Vietnam: 23:59:59 is in time, 00:00:00 a day late', () => {
    expect(daysLate('2026-11-10', new Date('2026-11-10T16:59:59Z'))).toBe(0);
    expect(daysLate('2026-11-10', new Date('2026-11-10T17:00:00Z'))).toBe(1);
    expect(daysLate('2026-11-10', new Date('2026-11-02T02:00:00Z'))).toBe(0);
  });
});
