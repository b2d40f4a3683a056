import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { reminderOn, type OwedReport } from '#features/reports/model/reminder.ts';
import { reminderNotice } from '#features/reports/words.ts';

/** A notice of a report that is owed. */
export interface OwedNotice {
  period: string;
  kind: 'wait' | 'danger';
  title: string;
  text: string;
}

/** What the hamlet owes and is reminded of today: from five days before the due day on, or at once when it was sent back. The most pressing first. */
export function owedNow(owed: readonly OwedReport[], scope: Id, today: Day): OwedNotice[] {
  return owed
    .filter((one) => one.hamletId === scope && (one.isReturned || reminderOn(today, one.dueOn) !== null))
    .map((one) => ({ ...one, daysLeft: daysBetween(today, one.dueOn) }))
    .sort((left, right) => left.daysLeft - right.daysLeft)
    .map((one) => ({
      period: one.period,
      kind: one.daysLeft < 0 && !one.isReturned ? 'danger' : 'wait',
      ...reminderNotice(one.period, one),
    }));
}
