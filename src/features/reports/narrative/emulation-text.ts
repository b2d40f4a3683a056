import type { EmulationThen } from '#features/emulation/queries/as-of.server.ts';
import { emulation as say, sentence } from './sentences.ts';

/**
 * Movements of a period, the outings and who took part (lượt), how many units answered, and who was commended (R62, R61, R68);
 * nothing when there was none.
 */
export function emulationText(then: EmulationThen): string {
  const commended = then.commendedGroups + then.commendedPeople;
  if (then.names.length + then.activities + commended === 0) return '';
  return sentence(
    [
      then.names.length === 0 ? '' : say.ran(then.names),
      then.activities > 0 ? say.activities(then) : then.names.length > 0 ? say.noActivities : '',
      then.called === 0 ? '' : say.answered(then.answered, then.called),
      commended === 0 ? '' : say.commended(then.commendedGroups, then.commendedPeople),
    ]
      .filter(Boolean)
      .join('; '),
  );
}
