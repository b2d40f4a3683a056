import { addMonths, isDay, lastDayOf, monthOf, type Day } from '#shared/calendar.ts';
import type { TestResult } from './training-class.ts';

/** The last class on a topic in which somebody was there. */
export interface LastTraining {
  on: Day;
  /** Null: no test was taken. */
  result: TestResult | null;
}

/**
 * How a member stands in a topic (R49, R50): never trained; to be repeated, because the test was not passed or the time is
 * over; else trained.
 */
export type Standing =
  | { kind: 'never' }
  | { kind: 'repeat'; why: 'not_passed' | 'over'; on: Day; dueOn: Day | null }
  | { kind: 'trained'; on: Day; result: TestResult | null; dueOn: Day | null };

export function standingOf(last: LastTraining | undefined, validMonths: number | null, today: Day): Standing {
  if (!last) return { kind: 'never' };
  const { on, result } = last;
  const dueOn = validMonths === null ? null : monthsLater(on, validMonths);
  if (result === 'not_passed') return { kind: 'repeat', why: 'not_passed', on, dueOn };
  if (dueOn !== null && dueOn <= today) return { kind: 'repeat', why: 'over', on, dueOn };
  return { kind: 'trained', on, result, dueOn };
}

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const same = `${month}${day.slice(7)}`;
  return isDay(same) ? same : lastDayOf(month);
}
