import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ReportState } from './report-state.ts';
import type { PeriodKey } from './span.ts';

/**
 * When a hamlet that has not sent is reminded, in days after its due day (R45, R92): five and two days before, on the day, one
 * and three days after. Between them nobody is told twice.
 */
export const reminderDays = [-5, -2, 0, 1, 3] as const;
export type ReminderDay = (typeof reminderDays)[number];

/** As much of a hamlet's period as says whether its report is owed. */
export interface Standing {
  isAsked?: boolean;
  /** Of the newest version; null: nobody opened one. */
  state: ReportState | null;
  /** Of the first sending; null while it was never sent. */
  daysLate: number | null;
  /** An earlier version is in force while a new one is written. */
  hasVersionInForce: boolean;
}

/**
 * Whether a hamlet still owes a period's report: nothing was sent; or what was sent was returned and waits to be mended, also
 * when somebody has opened it again. A new version of what the commune holds already is not owed.
 */
export function owesReport({ state, hasVersionInForce, isAsked }: Standing): boolean {
  // Of a thematic or ad-hoc report those who were not asked owe nothing.
  if (isAsked === false) return false;
  return state === 'returned' || ((state === null || state === 'draft') && !hasVersionInForce);
}

/** A report that a hamlet owes. */
export interface OwedReport {
  hamletId: Id;
  period: PeriodKey;
  /** The last day for this hamlet, an extension included. */
  dueOn: Day;
  /** It was sent, and given back to be mended. */
  isReturned: boolean;
}

/** The newest reminder that is due for a report that is owed; null before the first. */
export function reminderOn(today: Day, due: Day): ReminderDay | null {
  const day = daysBetween(due, today);
  return reminderDays.findLast((one) => one <= day) ?? null;
}

/** A reminder that somebody got of a hamlet's period: of which due day, which of its days, and when. */
export interface ToldReminder {
  dueOn: Day;
  day: ReminderDay;
  on: Day;
}

/**
 * The reminder to make today for somebody who leads a hamlet that owes, after those that this person got already: only the newest
 * one, so that days on which the server was off are not made up for; none again; and never two of a report on one day, also when
 * the due day was put off in between. The last one can be made up for until those of the next period begin. Null: none.
 */
export function reminderToMake(
  today: Day,
  { due, nextDue }: { due: Day; nextDue: Day },
  told: readonly ToldReminder[],
): ReminderDay | null {
  const newest = reminderOn(today, due);
  if (newest === null) return null;
  const isLong = daysBetween(due, today) > Math.max(...reminderDays);
  if (isLong && reminderOn(today, nextDue) !== null) return null;
  const isTold = told.some((one) => one.on >= today || (one.dueOn === due && one.day >= newest));
  return isTold ? null : newest;
}
