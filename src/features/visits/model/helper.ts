import * as z from 'zod/mini';
import { addDays, daysBetween, type Day } from '#shared/calendar.ts';
import { count, id, optionalDay, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from './fields.ts';

/** A team member who looks after a household in which nobody can do it alone (R27, W7). */
export const HelperInput = z.object({
  id: z._default(optionalId, null),
  householdId: id,
  memberId: id,
  reason: z.pipe(safeText(300), z.string(shared.needed)),
  /** How often the helper calls, in days; not said: as often as the plan asks. */
  everyDays: z._default(z.nullable(count(1, 180)), null),
  startedOn: z._default(optionalDay, null),
});
export type HelperInput = z.infer<typeof HelperInput>;

export const HelperEnding = z.object({
  assignmentId: id,
  endedOn: z._default(optionalDay, null),
  reason: safeText(300),
});
export type HelperEnding = z.infer<typeof HelperEnding>;

/** A term of a member or of an assignment: from its first day, until before its last. */
export interface Term {
  startedOn: Day;
  endedOn: Day | null;
}

/** True on the first day, no longer on the day on which it ended. */
export function isInForce(term: Term, day: Day): boolean {
  return term.startedOn <= day && (term.endedOn === null || day < term.endedOn);
}

/** The day by which the helper should call again: from the last visit, or from the start when there was none since. */
export function nextCallOn(assignment: { startedOn: Day; everyDays: number }, lastVisitOn: Day | null): Day {
  const from =
    lastVisitOn !== null && lastVisitOn > assignment.startedOn ? lastVisitOn : assignment.startedOn;
  return addDays(from, assignment.everyDays);
}

/**
 * Where a household stands with T6 (R26, R27): somebody can, a helper comes, nobody can and nobody comes, or it is not known
 * because not everybody was checked. Who can and has a helper too is counted under "somebody can".
 */
export const helperStandings = ['nobody', 'unknown', 'helped', 'able'] as const;
export type HelperStanding = (typeof helperStandings)[number];

/** How many days a call is late (0: due today); null: not due yet. */
export function daysLate(call: { nextCallOn: Day }, today: Day): number | null {
  const days = daysBetween(call.nextCallOn, today);
  return days < 0 ? null : days;
}
