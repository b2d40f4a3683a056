import { daysBetween, type Day } from '#shared/calendar.ts';
import type { BoardCell } from '../queries/report-board.server.ts';

/**
 * When a hamlet that has not sent is reminded, in days after its due day (R45, R92): five and two days before, on the day, one
 * and three days after. Between them nobody is told twice.
 */
export const reminderDays = [-5, -2, 0, 1, 3] as const;
export type ReminderDay = (typeof reminderDays)[number];

/** Whether a hamlet still owes a period's report: nothing was sent, or it was returned and waits to be mended. */
export function owesReport({ state, daysLate }: Pick<BoardCell, 'state' | 'daysLate'>): boolean {
  return state === 'returned' || (daysLate === null && (state === null || state === 'draft'));
}

/** The newest reminder that is due for a report that is owed; null before the first. */
export function reminderOn(today: Day, due: Day): ReminderDay | null {
  const day = daysBetween(due, today);
  return reminderDays.findLast((one) => one <= day) ?? null;
}
