import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Day,
  type Month,
} from '#shared/calendar.ts';
import type { Closing, PeriodKind } from '#features/plans/model.ts';

/**
 * What a report speaks of: "2026-10" a month, "2026-Q4" a quarter, "2026-H1" half a year, "2026-Y" a year. Keys of one kind sort
 * as text, and a key says nothing of days: those hang on the plan's closing. "2026-C01" is a thematic report, "2026-D01" an ad-hoc
 * one: the office asked for it, with days of its own (`reportCalendar` knows them).
 */
export type PeriodKey = string;

/** Periods of the calendar, or days that the office asked about. */
export type SpanKind = PeriodKind | 'asked';

/** A period with its days. */
export interface Span {
  key: PeriodKey;
  kind: SpanKind;
  closing: Closing;
  from: Day;
  to: Day;
}

const months: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** True for a key as above, of a year from 1900 to 2199. */
export function isPeriodKey(text: string): text is PeriodKey {
  return isMonth(text) || /^(19|2[01])\d\d-(Q[1-4]|H[12]|Y|[CD]\d\d{1,2})$/.test(text);
}

export function kindOf(key: PeriodKey): SpanKind {
  const letter = key.charAt(5);
  if (letter === 'C' || letter === 'D') return 'asked';
  return letter === 'Q' ? 'quarter' : letter === 'H' ? 'half' : letter === 'Y' ? 'year' : 'month';
}

/** The first month that a period names. */
export function firstMonthOf(key: PeriodKey): Month {
  const kind = calendarKind(key);
  if (kind === 'month') return key;
  const nth = kind === 'year' ? 1 : Number(key.slice(6));
  return addMonths(`${key.slice(0, 4)}-01`, (nth - 1) * months[kind]);
}

/** The last month that a period names; a report is due in the month after it. */
export function lastMonthOf(key: PeriodKey): Month {
  return addMonths(firstMonthOf(key), months[calendarKind(key)] - 1);
}

/** The kind of a period of the calendar; what was asked for has no months. */
function calendarKind(key: PeriodKey): PeriodKind {
  const kind = kindOf(key);
  if (kind === 'asked') throw new Error(`${key} is no period of the calendar`);
  return kind;
}

/** The period of a kind that names a month. */
export function keyOf(kind: PeriodKind, month: Month): PeriodKey {
  if (kind === 'month') return month;
  const year = month.slice(0, 4);
  if (kind === 'year') return `${year}-Y`;
  const nth = Math.ceil(Number(month.slice(5)) / months[kind]);
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${nth}`;
}

export function spanOf(key: PeriodKey, closing: Closing): Span {
  const [first, last] = [firstMonthOf(key), lastMonthOf(key)];
  const days =
    closing === 'calendar'
      ? { from: firstDayOf(first), to: lastDayOf(last) }
      : { from: `${addMonths(first, -1)}-15`, to: `${last}-14` };
  return { key, kind: kindOf(key), closing, ...days };
}

/** The period of the same kind before (or, with `count`, so many before or after) this one; '' where it was asked for: it has no neighbours. */
export function movedBy(key: PeriodKey, count: number): PeriodKey {
  const kind = kindOf(key);
  if (kind === 'asked') return '';
  return keyOf(kind, addMonths(firstMonthOf(key), count * months[kind]));
}

/** What a span is compared with: the period before; of days that were asked about as many days before them. */
export function spanBefore(span: Span): Span {
  if (span.kind !== 'asked') return spanOf(movedBy(span.key, -1), span.closing);
  const length = daysBetween(span.from, span.to);
  const to = addDays(span.from, -1);
  return { ...span, from: addDays(to, -length), to };
}

/** The newest period of a kind whose last day has begun: the one that can be reported on. */
export function newestEnded(kind: PeriodKind, closing: Closing, today: Day): PeriodKey {
  // Under either closing the period that names next month has not ended.
  let key = keyOf(kind, addMonths(today.slice(0, 7), 1));
  while (spanOf(key, closing).to > today) key = movedBy(key, -1);
  return key;
}

/** The period of a kind in which a day lies. */
export function runningOn(kind: PeriodKind, closing: Closing, day: Day): PeriodKey {
  return movedBy(newestEnded(kind, closing, addDays(day, -1)), 1);
}
