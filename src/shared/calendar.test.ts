import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  bornBy,
  dayOf,
  formatDay,
  formatMoment,
  isDay,
  lastDayOf,
} from './calendar.ts';

const days = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2050-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(dayOf(new Date('2026-11-09T16:59:59Z'))).toBe('2026-11-09');
    expect(dayOf(new Date('2026-11-09T17:00:00Z'))).toBe('2026-11-10');
    expect(formatMoment(new Date('2026-11-24T02:12:00Z'))).toBe('24/11/2026, 09:12');
  });

  it('is written dd/mm/yyyy and refused when the calendar has none', () => {
    expect(formatDay('2026-11-05')).toBe('05/11/2026');
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
  });

  it('is one exactly when the calendar of three centuries has it', () => {
    const pad = (part: number) => String(part).padStart(2, '0');
    const wrong: string[] = [];
    for (let year = 1900; year < 2200; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${pad(month)}-${pad(day)}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
          if (isDay(text) !== real) wrong.push(text);
        }
    expect(wrong).toEqual([]);
    for (const text of ['', '1899-12-31', '2200-01-01', '2026-1-01', '2026-01-01T00:00', ' 2026-01-01'])
      expect(isDay(text), text).toBe(false);
  });

  it('ends its month where the calendar says', () => {
    expect(lastDayOf('2026-02')).toBe('2026-02-28');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });
});

describe('"từ đủ 14 tuổi" (R25)', () => {
  it('counts from the 14th birthday', () => {
    expect(bornBy('2026-11-30', 14)).toBe('2012-11-30');
    expect(ageOn('2012-11-30', '2026-11-30')).toBe(14);
    expect(ageOn('2012-12-01', '2026-11-30')).toBe(13);
  });

  it('says the same as full years of age, for any birth and day', () => {
    fc.assert(
      fc.property(days, days, (birth, day) => {
        fc.pre(birth <= day);
        expect(birth <= bornBy(day, 14)).toBe(ageOn(birth, day) >= 14);
      }),
    );
  });

  it('adds and takes away days without loss', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -900, max: 900 }),
        (day, count) => addDays(addDays(day, count), -count) === day,
      ),
    );
  });
});
