import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { actsForUnit } from '#features/units/policy.ts';
import type { Assignee } from './model/assignee.ts';
import { doersSteps, nextStates, type TaskState } from './model/task-state.ts';

/** A task as policies see it. */
export interface TaskPlace {
  assignee: Assignee;
  /** The accounts that act for the doer when that is a unit; of others none. */
  accountIds: readonly Id[];
  /** Where the doer works; null: the commune. */
  hamletId: Id | null;
  createdBy: Id | null;
  state: TaskState;
  /** Who took the last step. */
  stateBy: Id | null;
}

/** Who gives work to the whole commune: its team's leader, the office and its head, and the leader, whose tasks are directives (R52, R53, R47). */
const givers = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'commune_leader',
] as const;
/** Those of them who also follow up what others gave (C R U in domain/03 §7.2). */
const keepers = ['commune_team_leader', 'culture_social_officer'] as const;

const leadsHamlet = (actor: Actor, hamletId: Id | null): boolean =>
  hamletId !== null && hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head');

/** Reads the tasks of the whole commune. */
export function canSeeAllTasks(actor: Actor): boolean {
  return hasRole(actor, ...givers);
}

/** The hamlets whose tasks the actor reads and gives, as the team's leader or the hamlet's head (R70). */
export function hamletsLed(actor: Actor): Id[] {
  return hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** Somebody who may be given work: everybody who works in a hamlet, in the office, in a unit. */
export function canOpenTasks(actor: Actor): boolean {
  return (
    canSeeAllTasks(actor) ||
    hasRole(
      actor,
      'member',
      'hamlet_team_leader',
      'hamlet_head',
      'economic_officer',
      'records_clerk',
      'unit',
      'public_service_center',
    )
  );
}

/**
 * A member's task is done by the member while the term lasts; a team's in its hamlet's name by the leader or the head, the
 * commune team's by its leader; an account's by whoever works for the commune under it; a unit's by each who acts for it (R63).
 */
export function isDoer(
  actor: Actor,
  { assignee, accountIds, hamletId }: Pick<TaskPlace, 'assignee' | 'accountIds' | 'hamletId'>,
): boolean {
  if (!canOpenTasks(actor)) return false;
  switch (assignee.kind) {
    case 'account':
      return assignee.id === actor.accountId;
    case 'unit':
      return actsForUnit(actor, { accountIds });
    case 'member':
      return (
        actor.memberId !== null &&
        assignee.id === actor.memberId &&
        (hamletId === null || hasRoleIn(actor, hamletId, 'member', 'hamlet_team_leader', 'hamlet_head'))
      );
    case 'team':
      return hamletId === null ? hasRole(actor, 'commune_team_leader') : leadsHamlet(actor, hamletId);
  }
}

/** Gave it, and may still give work there. */
function isGiver(actor: Actor, task: TaskPlace): boolean {
  return task.createdBy === actor.accountId && canGiveTo(actor, task);
}

/** Reads it, and may write a word under it. Doers and givers see it, the team sees its own, who leads sees those of the hamlet or the commune. */
export function canSeeTask(actor: Actor, task: TaskPlace): boolean {
  return (
    canSeeAllTasks(actor) ||
    isDoer(actor, task) ||
    isGiver(actor, task) ||
    leadsHamlet(actor, task.hamletId) ||
    (task.assignee.kind === 'team' && task.hamletId !== null && hasRoleIn(actor, task.hamletId, 'member'))
  );
}

export function canGiveTasks(actor: Actor): boolean {
  return canSeeAllTasks(actor) || hamletsLed(actor).length > 0;
}

/** A hamlet's leaders give to their team and its members, the commune's to everybody. */
export function canGiveTo(actor: Actor, place: Pick<TaskPlace, 'assignee' | 'hamletId'>): boolean {
  const isOfTeam = place.assignee.kind === 'member' || place.assignee.kind === 'team';
  return canSeeAllTasks(actor) || (isOfTeam && leadsHamlet(actor, place.hamletId));
}

/** Follows it up: verifies, sends back, moves the day, cancels. */
export function canSteerTask(actor: Actor, task: TaskPlace): boolean {
  return isGiver(actor, task) || hasRole(actor, ...keepers) || leadsHamlet(actor, task.hamletId);
}

/** The doer's steps are the doer's, or of who leads the hamlet for a member without a phone; who said "done" does not verify it. */
export function canMoveTask(actor: Actor, task: TaskPlace, to: TaskState): boolean {
  if (to === 'new') return false;
  if (doersSteps.includes(to)) return isDoer(actor, task) || leadsHamlet(actor, task.hamletId);
  if (!canSteerTask(actor, task)) return false;
  if (to === 'cancelled') return isGiver(actor, task) || hasRole(actor, ...keepers);
  return task.stateBy !== actor.accountId;
}

/** The steps that a page offers. */
export function stepsFor(actor: Actor, task: TaskPlace): TaskState[] {
  return nextStates(task.state).filter((to) => canMoveTask(actor, task, to));
}

/** Ticks a line of the checklist, writes what happened and attaches what shows it, while it is not over. */
export function canWorkOn(actor: Actor, task: TaskPlace): boolean {
  return isDoer(actor, task) || leadsHamlet(actor, task.hamletId);
}

/** Takes a file away again: who attached it, while the task is not over. */
export function canRemoveEvidence(actor: Actor, file: { uploadedBy: Id }): boolean {
  return canOpenTasks(actor) && file.uploadedBy === actor.accountId;
}
