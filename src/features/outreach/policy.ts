import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canSeeAllVisits, canSeeVisits } from '#features/visits/policy.ts';

/** Where a session belongs: a hamlet, or the whole commune (null); and who wrote it down. */
export interface SessionPlace {
  hamletId: Id | null;
  recordedBy: Id;
}

/** Record outreach: members, leader and head for their hamlet; the Culture–Social office for any hamlet and for the commune. */
export function canRecordOutreach(actor: Actor, place: Pick<SessionPlace, 'hamletId'>): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    (place.hamletId !== null &&
      hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Sessions are seen where visits are; those of the whole commune by everybody who works in one of its hamlets too. */
export function canSeeOutreach(actor: Actor, place: Pick<SessionPlace, 'hamletId'>): boolean {
  return place.hamletId === null
    ? canSeeAllVisits(actor) || hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head')
    : canSeeVisits(actor, { hamletId: place.hamletId });
}

/** Correct or withdraw: who recorded it and still may, the hamlet's leader and head, the office. */
export function canCorrectOutreach(actor: Actor, session: SessionPlace): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    (session.hamletId !== null && hasRoleIn(actor, session.hamletId, 'hamlet_team_leader', 'hamlet_head')) ||
    (session.recordedBy === actor.accountId && canRecordOutreach(actor, session))
  );
}
