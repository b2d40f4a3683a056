import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import { canSeeHousehold, canSeeWholeRegister } from '#features/registry/policy.ts';

/** Roles that read the targets of the whole commune, as figures (domain/03 §7.2, column Targets). */
const readsCommune = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'economic_officer',
  'commune_leader',
  'unit',
  'public_service_center',
  'province_viewer',
] as const;

/** Whose figures the actor may see: the whole commune, some hamlets, or nothing. */
export function targetArea(actor: Actor): 'commune' | readonly Id[] {
  return hasRole(actor, ...readsCommune)
    ? 'commune'
    : hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
}

/** True when there is anything for the actor on the page of targets. */
export function canOpenTargets(actor: Actor): boolean {
  const area = targetArea(actor);
  return area === 'commune' || area.length > 0;
}

/** Figures of a hamlet; null is the whole commune. They name nobody. */
export function canSeeFigures(actor: Actor, hamletId: Id | null): boolean {
  const area = targetArea(actor);
  return area === 'commune' || (hamletId !== null && area.includes(hamletId));
}

/** The named list of who is left: those who may see these households in the register. Province and units see figures only. */
export function canSeeNames(actor: Actor, hamletId: Id | null): boolean {
  return hamletId === null ? canSeeWholeRegister(actor) : canSeeHousehold(actor, { hamletId });
}

/** Definitions are set by the officer and updated by the head of the Culture–Social office. */
export function canDefineTargets(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}
