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

/** Read what is to be said: whoever sees outreach of the whole commune, which all may hear. */
export function canSeeContents(actor: Actor): boolean {
  return canSeeOutreach(actor, { hamletId: null });
}

/** Write what is to be said, with one voice for the commune: the Culture–Social office and the commune's team leader. */
export function canWriteContents(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head', 'commune_team_leader');
}

/** Plan a campaign: whoever writes what is said in it. Read it: whoever reads that. */
export function canPlanCampaigns(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'commune_team_leader');
}

/** Another day for an outing, or none: who plans; in a hamlet its leader and head, who know when people are at home. */
export function canMoveItem(actor: Actor, place: Pick<SessionPlace, 'hamletId'>): boolean {
  return (
    canPlanCampaigns(actor) ||
    (place.hamletId !== null && hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}
