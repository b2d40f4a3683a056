import { pioneerMeasures } from '#features/units/pioneers.ts';
import type { PioneerTable } from '#features/units/queries/pioneers.server.ts';
import { inRates, listed, pioneers as say, sentence } from './sentences.ts';

/** How the staff of the commune's units go ahead (III.4, R64): of those who declared, by name who has not; nothing is estimated. */
export function pioneerText({ rows, units, declared, totals }: PioneerTable): string {
  if (units === 0) return sentence(say.nobodyAsked);
  if (declared === 0) return sentence(say.noneDeclared(units));
  const staff = rows.reduce((sum, row) => sum + (row.declared?.staff ?? 0), 0);
  const known = pioneerMeasures.flatMap((measure) => {
    const { reached, staff: of } = totals[measure];
    return of === null ? [] : [inRates(reached, of, say.measures[measure])];
  });
  const missing = rows.filter((row) => row.declared === null).map(({ name }) => name);
  return [
    say.declared(declared, units, staff),
    listed(known),
    missing.length === 0 ? '' : say.missing(missing.join(', ')),
  ]
    .filter(Boolean)
    .map(sentence)
    .join(' ');
}
