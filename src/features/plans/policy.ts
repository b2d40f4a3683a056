import type { Actor } from '#platform/commands/actor.ts';
import { hasRole } from '#features/accounts/model.ts';

/** The plan is public within the teams: everybody who signs in may read it. */
export function canSeePlan(): boolean {
  return true;
}

/** R53: the Culture–Social office keeps plan and catalogue. */
export function canKeepPlan(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}
