import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canRecordVisit, counterForm } from '#features/visits/policy.ts';
import { canFollow, isWaiting, type SupportState } from './model.ts';

/** A request as policies see it. */
export interface SupportPlaceOf {
  hamletId: Id;
  state: SupportState;
  memberId: Id | null;
  /** Null: a citizen asked. */
  raisedBy: Id | null;
}

/**
 * Ask for help for somebody (domain/03 §7.2, column Requests): who works in the hamlet, the counter of the public service
 * centre, units, and the offices that answer the telephone.
 */
export function canAskSupport(actor: Actor, { hamletId }: Pick<SupportPlaceOf, 'hamletId'>): boolean {
  return (
    hasRoleIn(actor, hamletId, 'member', 'hamlet_team_leader', 'hamlet_head') ||
    hasRole(actor, 'unit', 'public_service_center', 'culture_social_officer', 'commune_team_leader')
  );
}

/** Ask for somebody somewhere. */
export function canAskSomeSupport(actor: Actor): boolean {
  return (
    hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head') ||
    hasRole(actor, 'unit', 'public_service_center', 'culture_social_officer', 'commune_team_leader')
  );
}

/** Offices that read every request. */
export function canSeeAllSupport(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
    'public_service_center',
  );
}

/** Every request of a hamlet (null: of the commune): the offices, and who leads it. */
export function canSeeSupportOf(actor: Actor, hamletId: Id | null): boolean {
  return (
    canSeeAllSupport(actor) ||
    (hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** One's own, those that one was given, those of the hamlet for its leader and head, all for the offices. */
export function canSeeSupport(actor: Actor, one: SupportPlaceOf): boolean {
  return (
    canSeeAllSupport(actor) ||
    (one.raisedBy !== null && one.raisedBy === actor.accountId) ||
    isGiven(actor, one) ||
    hasRoleIn(actor, one.hamletId, 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Open the list: whoever may ask somewhere, or reads them. */
export function canOpenSupport(actor: Actor): boolean {
  return (
    canSeeAllSupport(actor) ||
    hasRole(actor, 'unit') ||
    hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Give it to a member: the hamlet's leader and head, the commune's team leader, the office, the centre. */
export function canAssignSupport(actor: Actor, one: Pick<SupportPlaceOf, 'hamletId'>): boolean {
  return (
    hasRole(actor, 'commune_team_leader', 'culture_social_officer', 'public_service_center') ||
    hasRoleIn(actor, one.hamletId, 'hamlet_team_leader', 'hamlet_head')
  );
}

/** Agree on a day and say what came of it: who goes, and who gives. */
export function canWorkSupport(actor: Actor, one: SupportPlaceOf): boolean {
  return isGiven(actor, one) || canAssignSupport(actor, one);
}

/** Nobody needs it any more: who works on it, and who asked while nobody has begun. */
export function canCancelSupport(actor: Actor, one: SupportPlaceOf): boolean {
  return (
    canWorkSupport(actor, one) ||
    (one.raisedBy !== null && one.raisedBy === actor.accountId && one.state === 'new')
  );
}

/** How content they were: who was there, or who asked for them, once help came. */
export function canRateSupport(actor: Actor, one: SupportPlaceOf): boolean {
  return (
    !isWaiting(one.state) &&
    (canWorkSupport(actor, one) || (one.raisedBy !== null && one.raisedBy === actor.accountId))
  );
}

/** How many days each urgency has: the Culture–Social office keeps it, as it keeps the plan. */
export function canKeepSupportClock(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** What a page or a phone offers to do with a request. */
export interface SupportSteps {
  assign: boolean;
  schedule: boolean;
  finish: boolean;
  noShow: boolean;
  cancel: boolean;
  rate: boolean;
}

/** The steps that the actor may take now; who may not record visits finishes only what is for nobody of the register. */
export function supportStepsFor(
  actor: Actor,
  one: SupportPlaceOf & { householdId: Id | null },
): SupportSteps {
  const mayWork = canWorkSupport(actor, one);
  const records = ['home_visit', counterForm].some((form) => canRecordVisit(actor, one, form));
  const hasBegun = one.state === 'assigned' || one.state === 'scheduled';
  return {
    assign: isWaiting(one.state) && canAssignSupport(actor, one),
    schedule: hasBegun && mayWork,
    finish: hasBegun && mayWork && (one.householdId === null || records),
    noShow: canFollow(one.state, 'no_show') && mayWork,
    cancel: canFollow(one.state, 'cancelled') && canCancelSupport(actor, one),
    rate: one.state === 'done' && canRateSupport(actor, one),
  };
}

/** The member still works in the hamlet of the request. */
export const isGiven = (actor: Actor, one: SupportPlaceOf) =>
  actor.memberId !== null &&
  one.memberId === actor.memberId &&
  hasRoleIn(actor, one.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head');
