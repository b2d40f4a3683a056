import type { Actor } from '#platform/commands/actor.ts';
import { canKeepUnits } from '#features/org/policy.ts';

/** Merge hamlets and look at what that would do, in numbers: who keeps the units (domain/03 §7.2). */
export function canMergeHamlets(actor: Actor): boolean {
  return canKeepUnits(actor);
}
