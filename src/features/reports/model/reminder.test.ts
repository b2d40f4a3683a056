import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#shared/calendar.ts';
import { owesReport, reminderOn, reminderToMake, type ToldReminder } from './reminder.ts';

const due = '2026-11-10';
const dues = { due, nextDue: '2026-12-10' };

it('reminds five and two days before, on the day, one and three days after (R92)', () => {
  const on = [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 20].map((days) => reminderOn(addDays(due, days), due));
  expect(on).toEqual([null, null, -5, -5, -5, -2, -2, 0, 1, 1, 3, 3]);
});

describe('who owes a report', () => {
  const standing = { daysLate: null, hasVersionInForce: false };
  it('who opened none, who has a draft, and who got it back, also when it is opened again', () => {
    for (const state of [null, 'draft', 'returned'] as const)
      expect([state, owesReport({ ...standing, state })]).toEqual([state, true]);
    expect(owesReport({ ...standing, state: 'draft', daysLate: 0 })).toBe(true);
  });
  it('not who has sent, nor who writes a new version of what the commune holds', () => {
    for (const state of ['submitted', 'accepted', 'locked'] as const)
      expect([state, owesReport({ ...standing, state, daysLate: 0 })]).toEqual([state, false]);
    expect(owesReport({ state: 'draft', daysLate: 0, hasVersionInForce: true })).toBe(false);
  });
});

it('whatever days the server was off, each reminder day is made once at most, and always the newest is known', () => {
  const first = addDays(due, -7);
  const days = 14;
  for (let pattern = 0; pattern < 2 ** days; pattern += 1) {
    const told: ToldReminder[] = [];
    for (let index = 0; index < days; index += 1) {
      if ((pattern & (1 << index)) === 0) continue;
      const today = addDays(first, index);
      // Twice: the product is started again on the same day.
      for (let start = 0; start < 2; start += 1) {
        const day = reminderToMake(today, dues, told);
        if (day !== null) told.push({ dueOn: due, day, on: today });
      }
      const passed = [-5, -2, 0, 1, 3].filter((one) => one <= daysBetween(due, today));
      const newest = passed.at(-1);
      if (told.at(-1)?.day !== newest)
        throw new Error(`${pattern.toString(2)}: ${today} knows not ${newest}`);
    }
    if (new Set(told.map(({ day }) => day)).size !== told.length)
      throw new Error(`${pattern.toString(2)}: one was made twice`);
    if (told.some(({ day, on }) => day > daysBetween(due, on)))
      throw new Error(`${pattern.toString(2)}: one was made before its day`);
  }
});

it('begins again for a due day that was put off, but tells nobody twice on one day', () => {
  const told: ToldReminder[] = [
    { dueOn: due, day: 0, on: '2026-11-10' },
    { dueOn: due, day: -2, on: '2026-11-08' },
  ];
  expect(reminderToMake('2026-11-10', { ...dues, due: '2026-11-14' }, told)).toBeNull();
  expect(reminderToMake('2026-11-11', { ...dues, due: '2026-11-14' }, told)).toBe(-5);
  expect(reminderToMake('2026-11-11', { ...dues, due: '2026-11-20' }, told)).toBeNull();
});

it('makes up for the last one until the reminders of the next month begin, but not for one that was put off until then', () => {
  expect(reminderToMake('2026-12-04', dues, [])).toBe(3);
  expect(reminderToMake('2026-12-05', dues, [])).toBeNull();
  expect(reminderToMake('2026-12-06', { ...dues, due: '2026-12-06' }, [])).toBe(0);
});
