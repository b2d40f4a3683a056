import {
  addMonths,
  dayOf,
  daysBetween,
  endOf,
  firstDayOf,
  lastDayOf,
  startOf,
  type Day,
  type Month,
} from '#shared/calendar.ts';

/** A month as its figures are asked for at a moment: nothing is asked about days that have not come. */
export interface Period {
  month: Month;
  from: Day;
  /** The month's last day, or the cut-off's day while the month still runs. */
  day: Day;
  /** Only what was written down by then. */
  cutoffAt: Date;
}

export function periodOf(month: Month, cutoffAt: Date): Period {
  const last = lastDayOf(month);
  const today = dayOf(cutoffAt);
  return { month, from: firstDayOf(month), day: today < last ? today : last, cutoffAt };
}

/** The month before, with all that was written down by the same cut-off: late entries for it count there. */
export function periodBefore(period: Period): Period {
  return periodOf(addMonths(period.month, -1), period.cutoffAt);
}

/** The same month, with what had been written down when it ended: how things stood then. */
export function asItStood(period: Period): Period {
  const end = endOf(lastDayOf(period.month));
  return period.cutoffAt <= end ? period : { ...period, cutoffAt: end };
}

/** The last day for sending a month's report: `dueDay` of the following month (R71: the 10th), until its 24:00 in Vietnam. */
export function dueOn(month: Month, dueDay: number): Day {
  return `${addMonths(month, 1)}-${String(dueDay).padStart(2, '0')}`;
}

/** Days late (0 when in time): sent at 23:59:59 of the due day is in time, at 00:00:00 after it one day late. */
export function daysLate(month: Month, dueDay: number, sentAt: Date): number {
  return Math.max(0, daysBetween(dueOn(month, dueDay), dayOf(sentAt)));
}

/** The first moment at which a month can be reported on: its last day has begun. */
export function canBeSentFrom(month: Month): Date {
  return startOf(lastDayOf(month));
}

/** The month whose report is asked for on a day: the one that ended, until its own successor's last day. */
export function monthToReport(today: Day): Month {
  const month = today.slice(0, 7);
  return today === lastDayOf(month) ? month : addMonths(month, -1);
}
