import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canEditHousehold } from '#features/registry/policy.ts';

/** Where people are: the hamlet of their household. */
export interface Place {
  hamletId: Id;
}

/** A visit as policies see it: its hamlet then, its household's hamlet now, whose visit it is and who wrote it down. */
export interface VisitPlace extends Place {
  householdHamletId: Id;
  memberId: Id | null;
  recordedBy: Id;
}

/** The outreach form of a talk at the public service centre's counter: the only one that the centre records. */
export const counterForm = 'counter';

/**
 * Record a visit to a household: members, the team's leader and the hamlet's head (of the team by Công văn 793) in their
 * hamlet, the Culture–Social office anywhere (R54), the public service centre at its counter. The commune team's leader reads.
 */
export function canRecordVisit(actor: Actor, place: Place, form: string): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head') ||
    (form === counterForm && hasRole(actor, 'public_service_center'))
  );
}

/** Visits of the whole commune: the team of the commune, the office, and the leader (domain/03 §7.2, column Visits). */
export function canSeeAllVisits(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
  );
}

/** Visits, digital status, skill checks and helpers of a hamlet's households. Members see their hamlet. */
export function canSeeVisits(actor: Actor, place: Place): boolean {
  return (
    canSeeAllVisits(actor) || hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** One visit: by where it was made, by where the household is now, or because the actor recorded it and still may. */
export function canSeeVisit(actor: Actor, visit: VisitPlace): boolean {
  return (
    canSeeVisits(actor, visit) ||
    canSeeVisits(actor, { hamletId: visit.householdHamletId }) ||
    isOwnAtCounter(actor, visit)
  );
}

/** Correct or withdraw a visit: whose visit it is, while they are still a member there; the hamlet's leader and head; the office. */
export function canCorrectVisit(actor: Actor, visit: VisitPlace): boolean {
  const hamlets = [visit.hamletId, visit.householdHamletId];
  return (
    hasRole(actor, 'culture_social_officer') ||
    hamlets.some((hamletId) => hasRoleIn(actor, hamletId, 'hamlet_team_leader', 'hamlet_head')) ||
    (isOwn(actor, visit) && hamlets.some((hamletId) => hasRoleIn(actor, hamletId, 'member'))) ||
    isOwnAtCounter(actor, visit)
  );
}

function isOwn(actor: Actor, visit: VisitPlace): boolean {
  return (
    visit.recordedBy === actor.accountId || (visit.memberId !== null && visit.memberId === actor.memberId)
  );
}

function isOwnAtCounter(actor: Actor, visit: VisitPlace): boolean {
  return visit.recordedBy === actor.accountId && hasRole(actor, 'public_service_center');
}

/** Correct what is known of a person's digital life without a visit: whoever keeps the register of the place. */
export function canRecordDigitalStatus(actor: Actor, place: Place): boolean {
  return canEditHousehold(actor, place);
}

/** Check somebody's skills (W6): members, leader and head in their hamlet, the office. */
export function canCheckSkills(actor: Actor, place: Place): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    hasRoleIn(actor, place.hamletId, 'member', 'hamlet_team_leader', 'hamlet_head')
  );
}

/** The book of helpers (R27): whoever sees visits somewhere. */
export function canOpenHelpers(actor: Actor): boolean {
  return canSeeAllVisits(actor) || hasRole(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
}

/** Name or release the member who helps a household (R27): the hamlet's leader and head, the office. */
export function canAssignHelper(actor: Actor, place: Place): boolean {
  return (
    hasRole(actor, 'culture_social_officer') ||
    hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head')
  );
}
