import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canFollow, nextStates, type GroupState } from './model.ts';

/** A group as policies see it: where it is, its state, and who registered it. */
export interface GroupPlace {
  hamletId: Id;
  state: GroupState;
  registeredBy: Id | null;
}

/** Groups are no personal data: hamlets see their own, all who read the targets see all (domain/03 §7.2). */
export function canSeeGroups(actor: Actor, place: Pick<GroupPlace, 'hamletId'>): boolean {
  return (
    canSeeAllGroups(actor) || hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

export function canSeeAllGroups(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'economic_officer',
    'commune_leader',
    'unit',
    'public_service_center',
  );
}

/** True when there is any group that the actor may see. */
export function canOpenGroups(actor: Actor): boolean {
  return canSeeAllGroups(actor) || hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0;
}

/** The hamlet's head registers (R70, III.6 of the plan). */
export function canRegisterGroup(actor: Actor, place: Pick<GroupPlace, 'hamletId'>): boolean {
  return hasRoleIn(actor, place.hamletId, 'hamlet_head');
}

/** Name, place and hours: the head of the hamlet until the group is closed, and the office. */
export function canCorrectGroup(actor: Actor, group: GroupPlace): boolean {
  return (
    group.state !== 'closed' &&
    (hasRole(actor, 'culture_social_officer') || hasRoleIn(actor, group.hamletId, 'hamlet_head'))
  );
}

/**
 * Who may try which step: the office all of them, but not on a registration of its own (who submits does not approve);
 * the hamlet's head takes a registration back that nobody has checked.
 */
export function canMoveGroup(actor: Actor, group: GroupPlace, to: GroupState): boolean {
  if (to === 'registered') return false;
  if (hasRole(actor, 'culture_social_officer') && group.registeredBy !== actor.accountId) return true;
  return to === 'closed' && group.state === 'registered' && hasRoleIn(actor, group.hamletId, 'hamlet_head');
}

/** The office assesses what works or has worked, but not a registration of its own, as with the steps. */
export function canAssessGroup(actor: Actor, group: GroupPlace): boolean {
  return (
    (group.state === 'active' || group.state === 'suspended') &&
    hasRole(actor, 'culture_social_officer') &&
    group.registeredBy !== actor.accountId
  );
}

/** The steps that a page offers. */
export function stepsFor(actor: Actor, group: GroupPlace): GroupState[] {
  return nextStates(group.state).filter((to) => canFollow(group.state, to) && canMoveGroup(actor, group, to));
}
