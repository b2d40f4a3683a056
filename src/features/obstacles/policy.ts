import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { nextStates, type ObstacleLevel, type ObstacleState } from './model.ts';

/** An obstacle as policies see it. */
export interface ObstaclePlace {
  /** Null: the whole commune. */
  hamletId: Id | null;
  level: ObstacleLevel;
  state: ObstacleState;
  raisedBy: Id;
  /** To whom it was handed when who raised it left (R104). */
  spokenBy: Id | null;
}

/** Whoever has an account raises (R73); for a hamlet who works in it, and who works for the commune. */
export function canRaiseObstacle(actor: Actor, { hamletId }: Pick<ObstaclePlace, 'hamletId'>): boolean {
  if (hamletId === null) return actor.grants.length > 0;
  return actor.grants.some((grant) => grant.hamletId === null || grant.hamletId === hamletId);
}

/** The offices that consolidate, handle and decide read all (domain/03 §7.2, column Issues). */
export function canSeeAllObstacles(actor: Actor): boolean {
  return isOffice(actor) || hasRole(actor, 'commune_leader');
}

/** One's own, those of one's hamlet, all for the offices; for the province those that the commune has put to it. */
export function canSeeObstacle(actor: Actor, one: ObstaclePlace): boolean {
  return (
    one.raisedBy === actor.accountId ||
    speaksFor(actor, one) ||
    canSeeAllObstacles(actor) ||
    (one.hamletId !== null &&
      hasRoleIn(actor, one.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')) ||
    (isBeforeProvince(one) && hasRole(actor, 'province_viewer'))
  );
}

/** What was said may be put right by whoever said it until somebody has taken it up. */
export function canCorrectObstacle(actor: Actor, one: ObstaclePlace): boolean {
  return speaksFor(actor, one) && one.state === 'raised';
}

/**
 * Who may try which step. The hamlet's leader and head handle what stands at their hamlet, the Culture–Social office and the
 * commune's team leader the rest; what went up to be decided waits for the leader of the commune. Only whoever raised it says
 * that it is solved, or is not.
 */
export function canMoveObstacle(actor: Actor, one: ObstaclePlace, to: ObstacleState): boolean {
  if (to === 'raised') return false;
  if (to === 'confirmed') return speaksFor(actor, one);
  if (one.state === 'resolved' && to === 'escalated') return speaksFor(actor, one);
  return !waitsForLeader(one) && handles(actor, one);
}

/** Says what is meant and whether it is solved: whoever raised it, or, once they left, the one to whom it was handed. */
export function speaksFor(actor: Actor, one: Pick<ObstaclePlace, 'raisedBy' | 'spokenBy'>): boolean {
  return (one.spokenBy ?? one.raisedBy) === actor.accountId;
}

/** Hand it to somebody else when who speaks for it leaves: the hamlet's head, the Culture–Social office. */
export function canHandOverObstacle(actor: Actor, one: Pick<ObstaclePlace, 'hamletId' | 'state'>): boolean {
  return (
    one.state !== 'confirmed' &&
    (hasRole(actor, 'culture_social_officer') ||
      (one.hamletId !== null && hasRoleIn(actor, one.hamletId, 'hamlet_head')))
  );
}

/** The leader of the commune decides (R47): a directive at any time until it is closed. */
export function canDirectObstacle(actor: Actor, one: Pick<ObstaclePlace, 'state'>): boolean {
  return one.state !== 'confirmed' && hasRole(actor, 'commune_leader');
}

/** How many days each severity has: the Culture–Social office keeps it, as it keeps the plan. */
export function canKeepClock(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** It went up from the commune: to put it to the province or not is the leader's decision. */
export function waitsForLeader(one: Pick<ObstaclePlace, 'state' | 'level'>): boolean {
  return one.state === 'escalated' && one.level === 'province';
}

/** Has work with it where it stands. */
export function handles(actor: Actor, one: Pick<ObstaclePlace, 'hamletId' | 'level'>): boolean {
  return (
    isOffice(actor) ||
    (one.level === 'hamlet' &&
      one.hamletId !== null &&
      hasRoleIn(actor, one.hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** The steps that a page offers. */
export function stepsFor(actor: Actor, one: ObstaclePlace): ObstacleState[] {
  return nextStates(one.state).filter((to) => canMoveObstacle(actor, one, to));
}

const isBeforeProvince = (one: ObstaclePlace) => one.level === 'province' && one.state !== 'escalated';
const isOffice = (actor: Actor) =>
  hasRole(actor, 'culture_social_officer', 'culture_social_head', 'commune_team_leader');
