import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import type { ClassState } from './model/training-class.ts';

/** A class as policies see it: for which hamlet (null: the commune), in which state, who entered it, who ticks the list. */
export interface ClassPlace {
  hamletId: Id | null;
  state: ClassState;
  createdBy: Id;
  rollMemberId: Id | null;
}

const isOwn = (actor: Actor, { createdBy }: Pick<ClassPlace, 'createdBy'>) => createdBy === actor.accountId;
const leadsIn = (actor: Actor, hamletId: Id | null) =>
  hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head');

/** Classes of the whole commune with everybody in them (domain/03 §7.2, column Classes). */
export function canSeeAllClasses(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
  );
}

/** A class: of the own hamlet or of the commune for its people; a unit its own sessions. */
export function canSeeClass(actor: Actor, place: Pick<ClassPlace, 'hamletId' | 'createdBy'>): boolean {
  if (canSeeAllClasses(actor) || (hasRole(actor, 'unit') && isOwn(actor, place))) return true;
  return place.hamletId === null
    ? hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head')
    : hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head');
}

/** True when there may be any class that the actor sees. */
export function canOpenTraining(actor: Actor): boolean {
  return canSeeAllClasses(actor) || hasRole(actor, 'unit', 'member', 'hamlet_team_leader', 'hamlet_head');
}

/** Plan classes for any hamlet and for the commune: "C R U" of the table; units their own sessions. */
export function canPlanClass(actor: Actor): boolean {
  return hasRole(actor, 'commune_team_leader', 'culture_social_officer', 'unit');
}

/** Propose a class for the own hamlet: its team's leader, its head. */
export function canProposeClass(actor: Actor, place: Pick<ClassPlace, 'hamletId'>): boolean {
  return leadsIn(actor, place.hamletId);
}

/** Date, place, trainees, results: who plans; a unit in its own session; who proposed, while it is a proposal. */
export function canEditClass(actor: Actor, place: ClassPlace): boolean {
  if (place.state === 'cancelled') return false;
  return keepsClass(actor, place) || (place.state === 'proposed' && proposed(actor, place));
}

const keepsClass = (actor: Actor, place: ClassPlace) =>
  hasRole(actor, 'commune_team_leader', 'culture_social_officer') ||
  (hasRole(actor, 'unit') && isOwn(actor, place));
const proposed = (actor: Actor, place: ClassPlace) => isOwn(actor, place) && leadsIn(actor, place.hamletId);

/**
 * Who may try which step: a proposal is taken into the plan by who plans or by the office's head, never by who proposed it;
 * who keeps the class says that it was held or cancels it; a proposal is taken back by who made it too.
 */
export function canMoveClass(actor: Actor, place: ClassPlace, to: ClassState): boolean {
  const decides = hasRole(actor, 'commune_team_leader', 'culture_social_officer', 'culture_social_head');
  if (to === 'planned') return decides && !isOwn(actor, place);
  if (to === 'held') return keepsClass(actor, place);
  if (to !== 'cancelled') return false;
  return keepsClass(actor, place) || (place.state === 'proposed' && (decides || proposed(actor, place)));
}

/** Tick who was there: who keeps the class or was named for its list, everybody in it; leaders and heads those of their hamlet. */
export function canTickAttendance(
  actor: Actor,
  place: ClassPlace,
  trainee: { hamletId: Id | null },
): boolean {
  return canTickAll(actor, place) || leadsIn(actor, trainee.hamletId);
}

/** Tick everybody of the class. */
export function canTickAll(actor: Actor, place: ClassPlace): boolean {
  return keepsClass(actor, place) || (actor.memberId !== null && place.rollMemberId === actor.memberId);
}

/** Write down tests: who keeps the class. */
export function canRecordResults(actor: Actor, place: ClassPlace): boolean {
  return keepsClass(actor, place);
}

/** Who is in a class and how the test went: the member, their hamlet's leader and head, the readers of all, who keeps the class. */
export function canSeeTrainee(
  actor: Actor,
  place: ClassPlace,
  trainee: { memberId: Id; hamletId: Id | null },
): boolean {
  return (
    canSeeAllClasses(actor) ||
    canTickAttendance(actor, place, trainee) ||
    (actor.memberId !== null && actor.memberId === trainee.memberId)
  );
}

/** What the members of a hamlet's team (null: of all teams) have learnt. */
export function canSeeCompetence(actor: Actor, place: { hamletId: Id | null }): boolean {
  return canSeeAllClasses(actor) || leadsIn(actor, place.hamletId);
}

/** The same of one member: who sees the team, and the member. */
export function canSeeMemberCompetence(actor: Actor, member: { memberId: Id; hamletId: Id | null }): boolean {
  return canSeeCompetence(actor, member) || actor.memberId === member.memberId;
}

/** True when the actor sees the matrix of some team. */
export function canOpenCompetence(actor: Actor): boolean {
  return canSeeAllClasses(actor) || hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head').length > 0;
}

/** Topics and their materials. */
export function canKeepTopics(actor: Actor): boolean {
  return hasRole(actor, 'commune_team_leader', 'culture_social_officer');
}

/** Write down what VNeID shows of a member: who keeps the topics, the member's leader and head. */
export function canRecordConfirmation(actor: Actor, member: { hamletId: Id | null }): boolean {
  return canKeepTopics(actor) || leadsIn(actor, member.hamletId);
}
