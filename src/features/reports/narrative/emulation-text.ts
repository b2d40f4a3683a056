import type { EmulationThen } from '#features/emulation/queries/as-of.server.ts';
import { emulation as say, sentence } from './sentences.ts';

/** Movements of a period, the outings and who took part (lượt), and how many units answered (R62, R61, R68); nothing when there was none. */
export function emulationText(then: EmulationThen): string {
  if (then.names.length === 0 && then.activities === 0) return '';
  return sentence(
    [
      then.names.length === 0 ? '' : say.ran(then.names),
      then.activities === 0 ? say.noActivities : say.activities(then),
      then.called === 0 ? '' : say.answered(then.answered, then.called),
    ]
      .filter(Boolean)
      .join('; '),
  );
}
