import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';

// Accounts stand above org, so that this room asks roles by their plain names (domain/03 §7.2).
const holds = (actor: Actor, ...roles: string[]) => actor.grants.some((grant) => roles.includes(grant.role));
const holdsIn = (actor: Actor, hamletId: Id | null, ...roles: string[]) =>
  hamletId !== null &&
  actor.grants.some((grant) => grant.hamletId === hamletId && roles.includes(grant.role));

/** Teams and their members: members see their own hamlet's and the commune's, officers and leaders all. */
export function canSeeTeam(actor: Actor, team: { hamletId: Id | null }): boolean {
  return (
    team.hamletId === null ||
    canSeeAllTeams(actor) ||
    holdsIn(actor, team.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

export function canSeeAllTeams(actor: Actor): boolean {
  return holds(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'economic_officer',
    'commune_leader',
    'unit',
    'commune_admin',
    'auditor',
  );
}

/** Units and founding of teams: the Culture–Social office and the administrator of accounts ("accounts, units"). */
export function canKeepUnits(actor: Actor): boolean {
  return holds(actor, 'culture_social_officer', 'commune_admin');
}

/** Members of a team: the office, and the hamlet's head for his own team (A5: nobody gives more than he has). */
export function canKeepMembers(actor: Actor, team: { hamletId: Id | null }): boolean {
  return canKeepUnits(actor) || holdsIn(actor, team.hamletId, 'hamlet_head');
}
