import type { InspectionsThen } from '#features/inspection/queries/as-of.server.ts';
import { inspections as say, sentence } from './sentences.ts';

/** What inspections found in a period and what became of it (R56, W20), in one sentence; of a hamlet, or of the commune (`hamlets`: of how many). Nothing when none was held and nothing is open. */
export function inspectionText(
  { held, hamlets, found, closed, open, late }: InspectionsThen,
  ofHamlets: number | null,
): string {
  if (held + closed + open === 0) return '';
  return sentence(
    [
      held === 0
        ? say.none
        : ofHamlets === null
          ? say.ofHamlet(held)
          : say.ofCommune(held, hamlets, ofHamlets),
      found === 0 ? '' : say.found(found),
      closed === 0 ? '' : say.closed(closed),
      open > 0 ? say.open(open, late) : found + closed === 0 ? '' : say.allClosed,
    ]
      .filter(Boolean)
      .join('; '),
  );
}
