import type { Actor } from '#platform/commands/actor.ts';
import { hasRole } from '#features/accounts/model.ts';
import { canOpenCommuneReports, canReadCommuneReport, canSeeCommuneSum } from '#features/reports/policy.ts';
import type { EvidenceKind } from './model/evidence.ts';

/** Indicators are made of the commune's reports, and are read by who reads those. */

/** The pages of indicators. */
export function canOpenIndicators(actor: Actor): boolean {
  return canOpenCommuneReports(actor);
}

/** The values of a period: as the report that they are taken from. */
export function canReadEvidence(actor: Actor, kind: EvidenceKind): boolean {
  return kind === 'issued' ? canReadCommuneReport(actor, { state: 'issued' }) : canSeeCommuneSum(actor);
}

/** Add, change, end: the Culture–Social office, as plan and catalogue (R53). */
export function canKeepIndicators(actor: Actor): boolean {
  return hasRole(actor, 'culture_social_officer', 'culture_social_head');
}
