import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';

/** A business as policies see it. */
export interface BusinessPlace {
  hamletId: Id;
}

/** Offices of the commune read all businesses: no personal data beyond a name to ask for. */
export function canSeeAllBusinesses(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'economic_officer',
    'commune_leader',
  );
}

/** People of a hamlet see those of their own. */
export function canSeeBusiness(actor: Actor, place: BusinessPlace): boolean {
  return (
    canSeeAllBusinesses(actor) ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** True when there is any business that the actor may see. */
export function canOpenBusinesses(actor: Actor): boolean {
  return (
    canSeeAllBusinesses(actor) || hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0
  );
}

/** Members guide step by step (R34–R40), so they register and record; so do the offices that answer for it. */
export function canKeepBusiness(actor: Actor, place: BusinessPlace): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'economic_officer') ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** True when there is any place in which the actor may register a business. */
export function canKeepAnyBusiness(actor: Actor): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'economic_officer') ||
    hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0
  );
}

/** A business that is given up: leader and head of the hamlet, and the offices. */
export function canCloseBusiness(actor: Actor, place: BusinessPlace): boolean {
  return (
    hasRole(actor, 'culture_social_officer', 'economic_officer') ||
    hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head')
  );
}
