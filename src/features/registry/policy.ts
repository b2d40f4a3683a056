import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';

/** As much of a household as a policy asks: where it is, and which member looks after it. */
export interface HouseholdPlace {
  hamletId: Id;
  responsibleMemberId: Id | null;
}

/** Roles that read the register of the whole commune (domain/03 §7.2; "R*" included). */
const readsCommune = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'commune_leader',
  'public_service_center',
] as const;

/** True when the actor may open the register at all (some part of it). */
export function canOpenRegister(actor: Actor): boolean {
  return canSeeWholeRegister(actor) || hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
}

/** Officers see the commune. */
export function canSeeWholeRegister(actor: Actor): boolean {
  return hasRole(actor, ...readsCommune);
}

/** Members see their hamlet, officers the commune. */
export function canSeeHousehold(actor: Actor, place: Pick<HouseholdPlace, 'hamletId'>): boolean {
  return (
    canSeeWholeRegister(actor) ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Policy class and vulnerable flag (domain/05 §4.2): hamlet leader and head, the office, the commune team's leader, and the member who looks after the household, as long as they are one: a term that ended takes it away (R104). */
export function canSeeRestricted(actor: Actor, place: HouseholdPlace): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'commune_team_leader') ||
    hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head') ||
    (actor.memberId !== null &&
      actor.memberId === place.responsibleMemberId &&
      hasRoleIn(actor, place.hamletId, 'member'))
  );
}

/** Register a household or a person in a hamlet, and correct what is written about them. */
export function canEditHousehold(actor: Actor, place: Pick<HouseholdPlace, 'hamletId'>): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'commune_team_leader') ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** New entries: as editing, but not by the commune team's leader (R U in the table of rights). */
export function canRegisterHousehold(actor: Actor, place: Pick<HouseholdPlace, 'hamletId'>): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Move between hamlets, split, merge, unmerge: the office, or the hamlet's head or leader when every place is theirs. */
export function canReshapeHouseholds(
  actor: Actor,
  places: readonly Pick<HouseholdPlace, 'hamletId'>[],
): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    (places.length > 0 &&
      places.every((place) => hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head')))
  );
}

/** Name the member who looks after a household. */
export function canNameResponsible(actor: Actor, place: Pick<HouseholdPlace, 'hamletId'>): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Import of lists: the Culture–Social office. */
export function canImport(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer');
}

/** Export of the register of a hamlet (null: of the whole commune). */
export function canExportRegister(actor: Actor, hamletId: Id | null): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    (hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Narrow a list by a restricted fact: who may see it of every household in the hamlet (null: of the whole commune). */
export function canSeeRestrictedList(actor: Actor, hamletId: Id | null): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'commune_team_leader') ||
    (hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Set policy class and vulnerable flags: who may both correct the household and see what is restricted. */
export function canSetPolicyClass(actor: Actor, place: HouseholdPlace): boolean {
  return canEditHousehold(actor, place) && canSeeRestricted(actor, place);
}
