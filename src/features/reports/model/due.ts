import { addDays, addMonths, dayOf, daysBetween, type Day } from '#shared/calendar.ts';
import { lastMonthOf, type PeriodKey } from './span.ts';

/** Days that are not as the week says: holidays, and weekends on which one works instead. */
export type DaysOff = ReadonlyMap<Day, 'off' | 'working'>;

/** The rule by which reports are due: settings of the plan in force when the period ended. */
export interface DueRule {
  /** Of the month after the period (R71: 10). */
  dueDay: number;
  /** Put off to the next working day, when the commune says so; null: the day stands whatever it is. */
  daysOff: DaysOff | null;
}

/** Saturdays, Sundays and holidays are none; a weekend that is worked in exchange is one. */
export function isWorkingDay(day: Day, daysOff: DaysOff): boolean {
  const told = daysOff.get(day);
  if (told !== undefined) return told === 'working';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself, or the first after it on which one works. */
function nextWorkingDay(from: Day, daysOff: DaysOff): Day {
  // A month of nothing but holidays would be a list gone wrong.
  const days = Array.from({ length: 31 }, (_, later) => addDays(from, later));
  return days.find((day) => isWorkingDay(day, daysOff)) ?? from;
}

/** The last day for sending a period's report, until its 24:00 in Vietnam (R71). */
export function dueOn(key: PeriodKey, { dueDay, daysOff }: DueRule): Day {
  const day: Day = `${addMonths(lastMonthOf(key), 1)}-${String(dueDay).padStart(2, '0')}`;
  return daysOff === null ? day : nextWorkingDay(day, daysOff);
}

/** Days late (0 when in time): sent at 23:59:59 of the due day is in time, at 00:00:00 after it one day late. */
export function daysLate(due: Day, sentAt: Date): number {
  return Math.max(0, daysBetween(due, dayOf(sentAt)));
}
