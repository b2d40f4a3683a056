import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canSeeTeam } from '#features/org/policy.ts';
import { canSeeRestrictedList } from '#features/registry/policy.ts';
import { canSeeVisits } from '#features/visits/policy.ts';
import type { Measure } from './model/movement.ts';

/** Offices, schools and units of the commune that a movement may call (R68, plan III.3–III.5). */
export const calledRoles = ['unit', 'economic_officer', 'public_service_center'] as const;

/** A movement as rights see it. */
export interface MovementPlace {
  createdBy: Id;
  /** Null: nobody was told of it. */
  launchedAt: Date | null;
}

/** The room: everybody who works in a team, leads the commune, or may be called. */
export function canOpenMovements(actor: Actor): boolean {
  return hasRole(
    actor,
    'member',
    'hamlet_team_leader',
    'hamlet_head',
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
    ...calledRoles,
  );
}

/** Write and launch one: the Youth Union and other organisations (plan III.3, III.4), the Culture–Social office (W13). */
export function canStartMovements(actor: Actor): boolean {
  return hasRole(actor, 'unit', 'culture_social_officer', 'culture_social_head');
}

/** Keep one: who wrote it; and the Culture–Social officer, so that none is left without anybody. */
export function canKeepMovement(actor: Actor, movement: Pick<MovementPlace, 'createdBy'>): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    (movement.createdBy === actor.accountId && canStartMovements(actor))
  );
}

/** Read one: once it is launched everybody of the room, for a competition is told to all; what was not launched who keeps it. */
export function canSeeMovement(actor: Actor, movement: MovementPlace): boolean {
  return canOpenMovements(actor) && (canKeepMovement(actor, movement) || movement.launchedAt !== null);
}

/** A team member's own number: who sees the member's team. */
export function canSeeMemberFigures(actor: Actor, hamletId: Id | null): boolean {
  return canSeeTeam(actor, { hamletId });
}

/** The rows behind a number, with people's names: who sees the visits there; who is a priority household only who sees restricted fields. */
export function canSeeCounted(actor: Actor, measure: Measure, hamletId: Id): boolean {
  return (
    canSeeVisits(actor, { hamletId }) &&
    (measure !== 'priority_homes_met' || canSeeRestrictedList(actor, hamletId))
  );
}

/** Write down, correct or cancel a joint activity (R61): who keeps the movement; in a hamlet its leader and head. */
export function canRecordActivity(
  actor: Actor,
  { createdBy, hamletId }: { createdBy: Id; hamletId: Id | null },
): boolean {
  return (
    canKeepMovement(actor, { createdBy }) ||
    (hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Answer for a unit (R68): the person named for it, while that person has a role of a unit; who keeps the movement writes it down for others. */
export function canAnswerCall(
  actor: Actor,
  { createdBy, accountId }: { createdBy: Id; accountId: Id | null },
): boolean {
  return canKeepMovement(actor, { createdBy }) || speaksFor(actor, accountId);
}

/** True when the actor is who answers for the called unit. */
export const speaksFor = (actor: Actor, accountId: Id | null): boolean =>
  accountId === actor.accountId && hasRole(actor, ...calledRoles);

/** Proposals that nobody has confirmed: who makes them, and who decides. What is confirmed is told to the whole room. */
export function canSeeProposals(actor: Actor, movement: Pick<MovementPlace, 'createdBy'>): boolean {
  return canKeepMovement(actor, movement) || hasRole(actor, 'commune_leader', 'culture_social_head');
}

/** Say yes or no to a proposal to commend: the commune's leader, and never who proposed it. */
export function canDecideCommendation(actor: Actor, commendation: { proposedBy: Id }): boolean {
  return hasRole(actor, 'commune_leader') && commendation.proposedBy !== actor.accountId;
}
