import { dayOf, endOf, startOf, type Day } from '#shared/calendar.ts';
import { spanBefore, type Span } from './span.ts';

/** A span as its figures are asked for at a moment: nothing is asked about days that have not come. */
export interface Period {
  span: Span;
  from: Day;
  /** The span's last day, or the cut-off's day while it still runs. */
  day: Day;
  /** Only what was written down by then. */
  cutoffAt: Date;
}

export function periodOf(span: Span, cutoffAt: Date): Period {
  const today = dayOf(cutoffAt);
  return { span, from: span.from, day: today < span.to ? today : span.to, cutoffAt };
}

/** The span before, with all that was written down by the same cut-off: late entries for it count there. */
export function periodBefore(period: Period): Period {
  return periodOf(spanBefore(period.span), period.cutoffAt);
}

/** The same span, with what had been written down when it ended: how things stood then. */
export function asItStood(period: Period): Period {
  const end = endOf(period.span.to);
  return period.cutoffAt <= end ? period : { ...period, cutoffAt: end };
}

/** The first moment at which a span can be reported on: its last day has begun. */
export function canBeSentFrom(span: Pick<Span, 'to'>): Date {
  return startOf(span.to);
}
