import * as z from 'zod/mini';
import { addMonths, monthOf, type Day, type Month } from '#shared/calendar.ts';
import { count, id, month, optionalCount, optionalLine } from '#shared/fields.ts';
import * as words from './words.ts';

/**
 * Staff of offices who go ahead in using digital platforms (III.4, R64): an optional indicator. Counts of people (người) and
 * nobody's name; what is not known is null, and never 0.
 */
export const pioneerMeasures = ['vneid', 'services', 'ePayment'] as const;
export type PioneerMeasure = (typeof pioneerMeasures)[number];
export type PioneerCounts = { staff: number } & Record<PioneerMeasure, number | null>;

const most = 9999;
const part = z._default(optionalCount(0, most), null);

/** What a unit declares of a month: no part is more than its staff, and at least one is known. */
export const PioneerInput = z
  .object({
    unitId: id,
    month,
    staff: count(1, most),
    vneid: part,
    services: part,
    ePayment: part,
    /** Where it is from, when the office types it in. */
    source: z._default(optionalLine(200), null),
  })
  .check(
    z.refine((one) => pioneerMeasures.some((measure) => one[measure] !== null), {
      message: words.somePart,
      path: ['vneid'],
    }),
    ...pioneerMeasures.map((measure) =>
      z.refine<{ staff: number } & Record<PioneerMeasure, number | null>>(
        (one) => (one[measure] ?? 0) <= one.staff,
        { message: words.morePartThanStaff, path: [measure] },
      ),
    ),
  );

/** A measure over several units: of the staff of those who know it, how many. */
export interface PioneerTotal {
  reached: number;
  /** Staff (người) of the units that gave this measure; null: none did. */
  staff: number | null;
  units: number;
}

/** Each measure over the units that gave it: who gave nothing is in neither number, so that the rate is of what is known. */
export function pioneerTotals(
  declared: readonly (PioneerCounts | null)[],
): Record<PioneerMeasure, PioneerTotal> {
  const of = (measure: PioneerMeasure): PioneerTotal => {
    const known = declared.flatMap((one) =>
      one === null || one[measure] === null ? [] : [{ staff: one.staff, reached: one[measure] }],
    );
    return {
      reached: known.reduce((sum, { reached }) => sum + reached, 0),
      staff: known.length === 0 ? null : known.reduce((sum, { staff }) => sum + staff, 0),
      units: known.length,
    };
  };
  return { vneid: of('vneid'), services: of('services'), ePayment: of('ePayment') };
}

/** The day by which a month is declared: with the reports, by the 10th of the month after (R71). */
export function pioneersDueOn(of: Month): Day {
  return `${addMonths(of, 1)}-10`;
}

/** The month that is asked for on a day: the last one that has ended. */
export function monthAsked(today: Day): Month {
  return addMonths(monthOf(today), -1);
}
