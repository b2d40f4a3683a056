import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDay } from '#shared/calendar.ts';
import { readDay } from './read-day.ts';

const days = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2050-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it.each([
  '05/11/2026',
  '5/11/2026',
  '5-11-2026',
  ' 5.11.2026 ',
  '5 11 2026',
  '05112026',
  '2026-11-05',
  '5 / 11 / 2026',
])('reads %s as the fifth of November', (text) => {
  expect(readDay(text)).toBe('2026-11-05');
});

it.each(['', '31/02/2026', '11/2026', '1966', '5/11/26', '13/13/2026', 'hôm qua', '5112026'])(
  'refuses %j',
  (text) => {
    expect(readDay(text)).toBeNull();
  },
);

it('reads back every day that we write', () => {
  fc.assert(fc.property(days, (day) => readDay(formatDay(day)) === day && readDay(day) === day));
});
