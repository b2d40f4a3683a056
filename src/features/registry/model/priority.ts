import { bornBy, type Day } from '#shared/calendar.ts';
import type { Answer, PovertyClass, PriorityReason, ResidentState } from '../model.ts';

/** As much of a resident and of the household as the priority reasons ask. */
export interface PriorityResident {
  birth_date: Day | null;
  has_smartphone: Answer;
  vulnerable: boolean;
  state: ResidentState;
}
export interface PriorityHousehold {
  has_smartphone: Answer;
  poverty: PovertyClass;
}

/** Full years from which a person is elderly, and from which a smartphone of one's own is asked after. */
export const elderlyFrom = 60;
export const phoneAgeFrom = 14;

/**
 * Why a resident comes first (plan II.1, R23; domain/03 §7.4): 60 full years or more; 14 or more and without a smartphone (or the
 * whole household has none); vulnerable, or of a poor or near-poor household. What is not known is no reason.
 * 'vulnerable' is restricted: leave it out for who may not see it (canSeeRestricted).
 */
export function priorityReasonsOf(
  resident: PriorityResident,
  household: PriorityHousehold,
  today: Day,
): PriorityReason[] {
  if (resident.state !== 'living') return [];
  const reasons: PriorityReason[] = [];
  if (resident.birth_date !== null && resident.birth_date <= bornBy(today, elderlyFrom))
    reasons.push('elderly');
  const oldEnough = resident.birth_date !== null && resident.birth_date <= bornBy(today, phoneAgeFrom);
  if (oldEnough && (resident.has_smartphone === 'no' || household.has_smartphone === 'no'))
    reasons.push('no_smartphone');
  if (resident.vulnerable || household.poverty === 'poor' || household.poverty === 'near_poor')
    reasons.push('vulnerable');
  return reasons;
}

/** The reasons of a household: all of its residents', and those that it has by itself even if nobody's birth is known. */
export function householdReasonsOf(
  residents: readonly PriorityResident[],
  household: PriorityHousehold,
  today: Day,
): PriorityReason[] {
  const found = new Set(residents.flatMap((resident) => priorityReasonsOf(resident, household, today)));
  if (household.has_smartphone === 'no') found.add('no_smartphone');
  if (household.poverty === 'poor' || household.poverty === 'near_poor') found.add('vulnerable');
  return (['elderly', 'no_smartphone', 'vulnerable'] as const).filter((reason) => found.has(reason));
}
