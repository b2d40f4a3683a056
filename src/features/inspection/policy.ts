import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { isTold, type InspectionKind, type InspectionState } from './model/inspection-state.ts';
import type { FigureCode } from './model/known-figures.ts';

/** An inspection as policies see it. */
export interface InspectionPlace {
  hamletId: Id;
  kind: InspectionKind;
  state: InspectionState;
  /** Accounts of who goes. */
  people: readonly Id[];
}

/** Who may be named to go: offices and units of the commune (plan III.1: the Culture–Social office, with the others). */
export const inspectorRoles = [
  'culture_social_officer',
  'culture_social_head',
  'commune_team_leader',
  'economic_officer',
  'commune_leader',
  'unit',
  'public_service_center',
] as const;

/** Reads the inspections of all hamlets: the office that inspects, the leader, and who leads the teams. */
export function canSeeAllInspections(actor: Actor): boolean {
  return hasRole(
    actor,
    'culture_social_officer',
    'culture_social_head',
    'commune_leader',
    'commune_team_leader',
  );
}

/** The hamlets whose inspections the actor reads, as their head or their team's leader. */
export function inspectedHamlets(actor: Actor): Id[] {
  return hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head');
}

/** Somebody for whom there may be an inspection at all. */
export function canOpenInspections(actor: Actor): boolean {
  return hasRole(actor, ...inspectorRoles, 'hamlet_team_leader', 'hamlet_head');
}

/** All; the own hamlet's as soon as the hamlet is told; and those to which one goes. */
export function canSeeInspection(actor: Actor, one: InspectionPlace): boolean {
  return (
    canSeeAllInspections(actor) ||
    goes(actor, one) ||
    (isTold(one) && hasRoleIn(actor, one.hamletId, 'hamlet_team_leader', 'hamlet_head'))
  );
}

/** Plan, move, cancel, close, and keep the checklist: the Culture–Social office (plan III.1, R56). */
export function canKeepInspections(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** Write down what was found, and follow it: the office, and who goes. */
export function canRecordInspection(actor: Actor, one: Pick<InspectionPlace, 'people'>): boolean {
  return canKeepInspections(actor) || goes(actor, one);
}

/** The hamlet's word to what was found: its head's. */
export function canAnswerFindings(actor: Actor, one: InspectionPlace): boolean {
  return isTold(one) && hasRoleIn(actor, one.hamletId, 'hamlet_head');
}

/** How far visits agree with what was found at the door is read by who goes to ask, and by nobody whose visits they are (R97). */
export function canSeeFigure(actor: Actor, code: FigureCode): boolean {
  return code !== 'agreement' || hasRole(actor, 'culture_social_officer');
}

/** Named to go, and still somebody who may be. */
const goes = (actor: Actor, { people }: Pick<InspectionPlace, 'people'>) =>
  people.includes(actor.accountId) && hasRole(actor, ...inspectorRoles);
