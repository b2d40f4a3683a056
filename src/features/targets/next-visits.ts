import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** Why a household is on today's list, the most pressing first. */
export type VisitReason =
  | { kind: 'appointment'; on: Day; what: string | null }
  | { kind: 'help'; on: Day; everyDays: number }
  /** `missing`: what they lack, in a few words. */
  | { kind: 'left'; isPriority: boolean; lastContactOn: Day | null; missing: string | null };

export interface NextVisit {
  householdId: Id;
  reasons: VisitReason[];
}

interface Sources {
  /** What the last visit agreed on, by the day. */
  steps: readonly { householdId: Id; nextOn: Day; nextStep: string | null }[];
  /** Households that the reader helps. */
  helped: readonly { householdId: Id; nextCallOn: Day; everyDays: number }[];
  /** Who is left, in the order of the work lists. */
  left: readonly {
    householdId: Id | null;
    isPriority: boolean;
    lastContactOn: Day | null;
    missing: string | null;
  }[];
}

/** A promise older than this (days) is no appointment any more; the household stands in the work lists. */
export const forgottenAfter = 60;

/**
 * Whom to visit today: promises that are due (the oldest first), then households whose helper should call, then who is left,
 * in their own order (priority reason, never contacted, oldest contact). Each household once, with all its reasons.
 */
export function nextVisits(sources: Sources, today: Day, limit: number): NextVisit[] {
  const visits = new Map<Id, NextVisit>();
  const add = (householdId: Id, reason: VisitReason) => {
    const known = visits.get(householdId);
    if (!known) visits.set(householdId, { householdId, reasons: [reason] });
    else if (!known.reasons.some((one) => one.kind === reason.kind)) known.reasons.push(reason);
  };
  for (const { householdId, nextOn, nextStep } of sources.steps)
    if (nextOn <= today && daysBetween(nextOn, today) <= forgottenAfter)
      add(householdId, { kind: 'appointment', on: nextOn, what: nextStep });
  for (const { householdId, nextCallOn, everyDays } of sources.helped)
    if (nextCallOn <= today) add(householdId, { kind: 'help', on: nextCallOn, everyDays });
  for (const { householdId, ...why } of sources.left)
    if (householdId !== null) add(householdId, { kind: 'left', ...why });
  return [...visits.values()].slice(0, limit);
}
