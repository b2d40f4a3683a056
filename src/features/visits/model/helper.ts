import * as z from 'zod/mini';
import { addDays, type Day } from '#shared/calendar.ts';
import { count, id, optionalDay, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from './fields.ts';

/** A team member who looks after a household in which nobody can do it alone (R27, W7). */
export const HelperInput = z.object({
  id: z._default(optionalId, null),
  householdId: id,
  memberId: id,
  reason: z.pipe(safeText(300), z.string(shared.needed)),
  /** How often the helper calls, in days. */
  everyDays: z._default(count(1, 180), 14),
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
