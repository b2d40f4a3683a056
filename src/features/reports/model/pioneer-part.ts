import { dayOf } from '#shared/calendar.ts';
import { pioneerMeasures } from '#features/units/pioneers.ts';
import type { PioneerTable } from '#features/units/queries/pioneers.server.ts';
import { pioneers as words } from '../commune-words.ts';
import type { FilledPart } from './request.ts';

/**
 * The counts of pioneers as a part of figures in the commune's report: one for all units, since a count of a small office says
 * who it is. Null: nobody declared.
 */
export function pioneerPart({ rows, units, declared, totals }: PioneerTable): FilledPart | null {
  const days = rows.flatMap((row) => (row.declared ? [dayOf(row.declared.declaredAt)] : []));
  const sentOn = days.toSorted().at(-1);
  if (sentOn === undefined) return null;
  const row = (number: number, title: string, period: number | null) => ({
    code: `TP${number}`,
    title,
    unit: 'người',
    period: true,
    cumulative: false,
    values: { period, cumulative: null },
  });
  const staff = rows.reduce((sum, one) => sum + (one.declared?.staff ?? 0), 0);
  return {
    code: 'TP',
    title: words.title,
    unit: words.of(declared, units),
    sentOn,
    rows: [
      row(1, words.staff, staff),
      ...pioneerMeasures.map((measure, index) => {
        const { reached, staff: of } = totals[measure];
        return row(
          index + 2,
          of === null || of === staff ? words[measure] : words.ofStaff(words[measure], of),
          of === null ? null : reached,
        );
      }),
    ],
  };
}
