import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsEverOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { canSeeAllBusinesses, canSeeBusiness } from '#features/commerce/policy.ts';
import { canSeeTeam } from '#features/org/policy.ts';
import { canSeeHousehold, canSeeWholeRegister } from '#features/registry/policy.ts';
import { canSeeAllObstacles } from '#features/obstacles/policy.ts';
import { canSeeSupportOf } from '#features/support/policy.ts';
import { canSeeAllVisits, canSeeVisits } from '#features/visits/policy.ts';
import type { CommuneState } from './model/commune-state.ts';
import type { ReportState } from './model/report-state.ts';

/** Reports, by the column of domain/03 §7.2. Province reads issued commune reports, of which there are none yet. */

/** Who reads the hamlets' reports of the whole commune. */
const readsCommune = [
  'commune_team_leader',
  'culture_social_officer',
  'culture_social_head',
  'commune_leader',
] as const;

export interface ReportPlace {
  hamletId: Id;
}

/** True when there is anything for the actor under /bao-cao. */
export function canOpenReports(actor: Actor): boolean {
  return canSeeCommuneSum(actor) || hasRole(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** The board of all hamlets. */
export function canSeeBoard(actor: Actor): boolean {
  return hasRole(actor, ...readsCommune);
}

/** The commune's sum table and its document: who reads the board, and the records clerk, who numbers and exports it. */
export function canSeeCommuneSum(actor: Actor): boolean {
  return canSeeBoard(actor) || hasRole(actor, 'records_clerk');
}

/** The hamlets whose reports the actor writes or sends; of one that ended, those of its days. */
export function ownReportHamlets(actor: Actor): Id[] {
  return hamletsEverOf(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** A hamlet's report: its own leader and head always; the commune's readers once it has been sent. A draft is the hamlet's own paper. */
export function canReadReport(actor: Actor, report: ReportPlace & { state: ReportState }): boolean {
  return canDraftReport(actor, report) || (canSeeBoard(actor) && report.state !== 'draft');
}

/** Running updates: a hamlet's leaders of their own, the commune's readers of all. Null: the commune. */
export function canReadDigest(actor: Actor, hamletId: Id | null): boolean {
  return canSeeBoard(actor) || (hamletId !== null && canDraftReport(actor, { hamletId }));
}

/** Open and write: the team's leader; and the head, who sends it under his own name and so may mend it. */
export function canDraftReport(actor: Actor, place: ReportPlace): boolean {
  return hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head');
}

/** Send: the hamlet's head. */
export function canSubmitReport(actor: Actor, place: ReportPlace): boolean {
  return hasRoleIn(actor, place.hamletId, 'hamlet_head');
}

/** A reminder of a report: the person to whom it was made, while that person leads the hamlet. */
export function canSeeReminder(actor: Actor, reminder: ReportPlace & { accountId: Id }): boolean {
  return reminder.accountId === actor.accountId && canDraftReport(actor, reminder);
}

/** Return, accept, lock: the Culture–Social office; who sent it never decides. */
export function canDecideReport(actor: Actor, report: { submittedBy: Id | null }): boolean {
  return hasRole(actor, 'culture_social_officer') && report.submittedBy !== actor.accountId;
}

/** How far what was written down agrees with what was found at the door: who goes to ask, and nobody whose visits they are. */
export function canSeeAgreement(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer');
}

/** Rows behind a figure of households or people, by what the register shows the actor. */
export function canSeePeopleBehind(actor: Actor, hamletId: Id | null): boolean {
  return hamletId === null ? canSeeWholeRegister(actor) : canSeeHousehold(actor, { hamletId });
}

/** Rows behind a figure of happenings: who sees the visits there. */
export function canSeeVisitsBehind(actor: Actor, hamletId: Id | null): boolean {
  return hamletId === null ? canSeeAllVisits(actor) : canSeeVisits(actor, { hamletId });
}

/** Rows behind a figure of requests for help: who reads all of them there. */
export function canSeeSupportBehind(actor: Actor, hamletId: Id | null): boolean {
  return canSeeSupportOf(actor, hamletId);
}

/** Rows behind a figure of difficulties: who reads all of them there. */
export function canSeeObstaclesBehind(actor: Actor, hamletId: Id | null): boolean {
  return (
    canSeeAllObstacles(actor) ||
    (hamletId !== null && hasRoleIn(actor, hamletId, 'member', 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Rows behind a figure of businesses: who sees them there. */
export function canSeeBusinessesBehind(actor: Actor, hamletId: Id | null): boolean {
  return hamletId === null ? canSeeAllBusinesses(actor) : canSeeBusiness(actor, { hamletId });
}

/** Rows behind a figure of teams and members. */
export function canSeeTeamsBehind(actor: Actor, hamletId: Id | null): boolean {
  return canSeeTeam(actor, { hamletId });
}

/** Who has anything to do with the commune's own report; the province reads what was issued. */
export function canReadCommuneReport(actor: Actor, report: { state: CommuneState }): boolean {
  const isIssued = report.state === 'issued' || report.state === 'archived';
  return canSeeCommuneSum(actor) || (isIssued && hasRole(actor, 'province_viewer'));
}

/** The pages of the commune's own reports. */
export function canOpenCommuneReports(actor: Actor): boolean {
  return canReadCommuneReport(actor, { state: 'issued' });
}

/** Consolidate and write: the Culture–Social officer (W16). */
export function canDraftCommuneReport(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer');
}

/** The head of the office, before a leader. */
export function canApproveForOffice(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_head');
}

export function canApproveAsLeader(actor: Actor): boolean {
  return hasRole(actor, 'commune_leader');
}

/** Number, date, signed file, issue, archive. */
export function canRegisterReport(actor: Actor): boolean {
  return hasRole(actor, 'records_clerk');
}

/** Who fills a unit's part: the people named for it, while they hold a role of an office or a unit ("fill own part"). */
export function canFillPart(actor: Actor, unit: { accountIds: readonly Id[] }): boolean {
  return canOpenParts(actor) && unit.accountIds.includes(actor.accountId);
}

/** The pages on which units fill their parts. */
export function canOpenParts(actor: Actor): boolean {
  return hasRole(actor, 'economic_officer', 'unit');
}

/** What a unit was asked for and sent: its own people, and who reads the commune's report anyway. Nobody else, and nothing else of it. */
export function canReadPart(actor: Actor, unit: { accountIds: readonly Id[] }): boolean {
  return canFillPart(actor, unit) || canSeeCommuneSum(actor);
}

/** Ask hamlets for thematic and ad-hoc reports: the Culture–Social office, which receives them (R71). */
export function canAskReports(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** The forms of all reports: the Culture–Social office, as it keeps the plan (R53). */
export function canKeepForms(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}
