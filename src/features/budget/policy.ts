import type { Actor } from '#platform/commands/actor.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole, hasRoleIn } from '#features/accounts/model.ts';
import { isOpenEstimate, nextEstimateStates, type EstimateState } from './model/estimate-state.ts';
import { nextSettlementStates, type SettlementState } from './model/settlement.ts';
import { nextSpendStates, type SpendState } from './model/spend-state.ts';

// domain/03 §7.2, column Budget: team leader and head "R own team", commune team leader and head of the Culture–Social office R,
// its officer "propose", Economic office C R U A, commune leader R A; nobody else.

/** An estimate as policies see it: who has had a hand in it. */
export interface EstimateParty {
  state: EstimateState;
  preparedBy: Id;
  appraisedBy: Id | null;
}

/** Sources, estimates and sums of the whole commune. */
export function canSeeBudget(actor: Actor): boolean {
  return hasRole(
    actor,
    'commune_team_leader',
    'culture_social_officer',
    'culture_social_head',
    'economic_officer',
    'commune_leader',
  );
}

/** The money of a hamlet's own team, without vouchers. */
export function canSeeTeamBudget(actor: Actor, place: { hamletId: Id }): boolean {
  return canSeeBudget(actor) || hasRoleIn(actor, place.hamletId, 'hamlet_team_leader', 'hamlet_head');
}

/** True when there is any money that the actor may see. */
export function canOpenBudget(actor: Actor): boolean {
  return canSeeBudget(actor) || hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head').length > 0;
}

/** Payments, payees and vouchers: who keeps them and who approves them, nobody else (issue 5, line 11). */
export function canSeeVouchers(actor: Actor): boolean {
  return hasRole(actor, 'economic_officer', 'commune_leader');
}

/** Sources, payments and settlements are kept by the Economic office (III.2 of the plan). */
export function canKeepBudget(actor: Actor): boolean {
  return hasRole(actor, 'economic_officer');
}

export function canProposeEstimate(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'economic_officer');
}

/** Lines and titles, while it is with who proposes. */
export function canWriteEstimate(actor: Actor, estimate: Pick<EstimateParty, 'state'>): boolean {
  return canProposeEstimate(actor) && isOpenEstimate(estimate.state);
}

/** Who may try which step; whether the state allows it is the machine's to say. */
export function canMoveEstimate(actor: Actor, estimate: EstimateParty, to: EstimateState): boolean {
  switch (to) {
    case 'proposed':
    case 'withdrawn':
      return canProposeEstimate(actor);
    case 'appraised':
      return hasRole(actor, 'economic_officer') && estimate.preparedBy !== actor.accountId;
    case 'approved':
      return (
        hasRole(actor, 'commune_leader') &&
        estimate.preparedBy !== actor.accountId &&
        estimate.appraisedBy !== actor.accountId
      );
    case 'returned':
      return hasRole(actor, estimate.state === 'appraised' ? 'commune_leader' : 'economic_officer');
    case 'draft':
      return false;
  }
}

/** The steps that a page offers. */
export function estimateStepsFor(actor: Actor, estimate: EstimateParty): EstimateState[] {
  return nextEstimateStates(estimate.state).filter((to) => canMoveEstimate(actor, estimate, to));
}

/** Who asks for a payment does not approve it. */
export function canMoveSpend(actor: Actor, spend: { requestedBy: Id }, to: SpendState): boolean {
  switch (to) {
    case 'approved':
    case 'refused':
      return hasRole(actor, 'commune_leader') && spend.requestedBy !== actor.accountId;
    case 'paid':
    case 'withdrawn':
    case 'voided':
      return canKeepBudget(actor);
    case 'requested':
      return false;
  }
}

/** The steps that a page offers. */
export function spendStepsFor(actor: Actor, spend: { state: SpendState; requestedBy: Id }): SpendState[] {
  return nextSpendStates(spend.state).filter((to) => canMoveSpend(actor, spend, to));
}

/** Who makes a settlement does not approve it; back to 'draft' is sending back. */
export function canMoveSettlement(
  actor: Actor,
  settlement: { preparedBy: Id },
  to: SettlementState,
): boolean {
  if (to === 'submitted') return canKeepBudget(actor);
  return hasRole(actor, 'commune_leader') && settlement.preparedBy !== actor.accountId;
}

/** The steps that a page offers. */
export function settlementStepsFor(
  actor: Actor,
  settlement: { state: SettlementState; preparedBy: Id },
): SettlementState[] {
  return nextSettlementStates(settlement.state).filter((to) => canMoveSettlement(actor, settlement, to));
}
