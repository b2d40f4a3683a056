import { expect, it } from 'vitest';
import { addDays } from '#shared/calendar.ts';
import { reminderOn } from './reminder.ts';

it('reminds five and two days before, on the day, one and three days after (R92)', () => {
  const due = '2026-11-10';
  const on = [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 20].map((days) => reminderOn(addDays(due, days), due));
  expect(on).toEqual([null, null, -5, -5, -5, -2, -2, 0, 1, 1, 3, 3]);
});
