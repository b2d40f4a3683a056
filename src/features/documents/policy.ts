import type { Actor } from '#platform/commands/actor.ts';
import { hasRole } from '#features/accounts/model.ts';
import type { DocumentState } from './model/document-state.ts';
import type { Approver } from './model/settings.ts';

/** Official documents, by the rows of domain/03 §7.2 for reports: the office drafts, who signs approves, the records clerk numbers. */

/** The pages: the office that drafts, who approves, and the records clerk. */
export function canSeeDocuments(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head', 'commune_leader', 'records_clerk');
}

/** Drafts, and what was put away, are the paper of those who write and approve; the clerk gets what was approved. */
export function canSeeDocument(actor: Actor, document: { state: DocumentState }): boolean {
  if (hasRole(actor, 'culture_social_officer', 'culture_social_head', 'commune_leader')) return true;
  return canSeeDocuments(actor) && document.state !== 'draft' && document.state !== 'discarded';
}

/** Draft, write, put away: the Culture–Social office (plan III.1: it advises the Committee). */
export function canDraftDocument(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}

/** Approve or send back: who is competent to sign (NĐ 30/2020, Điều 11). */
export function canApproveDocument(actor: Actor, document: { approver: Approver }): boolean {
  return hasRole(actor, document.approver === 'leader' ? 'commune_leader' : 'culture_social_head');
}

/** Number, date, issue (NĐ 30/2020, Điều 15–18). */
export function canRegisterDocument(actor: Actor): boolean {
  return hasRole(actor, 'records_clerk');
}

/** Issuers, signers and recipients: the Culture–Social office, as it keeps the plan (R53). */
export function canKeepSettings(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}
