import * as z from 'zod/mini';
import { addDays, type Day } from '#shared/calendar.ts';
import { id, optionalCount, optionalDay, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { code, safeText } from '#features/visits/model/fields.ts';
import { lateDays } from '#features/visits/model/visit.ts';
import * as words from './words.ts';

/**
 * A meeting, a loudspeaker broadcast, a Zalo group, leaflets, a school day (W5). It reaches households by list, which
 * count, or people by a guess, which never count for a target: the two are kept apart (T2, T4, R98).
 */
const fields = {
  /** Made by whoever records, so that sending twice records once (P3). */
  id: z._default(optionalId, null),
  /** Null: the whole commune. */
  hamletId: z._default(optionalId, null),
  form: code,
  heldOn: z._default(optionalDay, null),
  place: z._default(optionalLine(200), null),
  topics: z._default(z.array(code).check(z.maxLength(30)), []),
  reach: z.enum(['listed', 'estimated'], shared.chooseOne),
  householdIds: z._default(z.array(id).check(z.maxLength(5000)), []),
  /** A guess (người). */
  estimatedPeople: z._default(optionalCount(1, 1_000_000), null),
  note: safeText(),
};

interface Reach {
  reach: 'listed' | 'estimated';
  householdIds: readonly string[];
  estimatedPeople: number | null;
}

/** A list has households and no guess; a guess has people and no households. */
const eitherListOrEstimate = [
  z.refine<Reach>((one) => one.reach === 'estimated' || one.householdIds.length > 0, {
    message: words.householdsNeeded,
    path: ['householdIds'],
  }),
  z.refine<Reach>((one) => one.reach === 'listed' || one.householdIds.length === 0, {
    message: words.noHouseholdsWithEstimate,
    path: ['householdIds'],
  }),
  z.refine<Reach>((one) => one.reach === 'listed' || one.estimatedPeople !== null, {
    message: words.peopleNeeded,
    path: ['estimatedPeople'],
  }),
  z.refine<Reach>((one) => one.reach === 'estimated' || one.estimatedPeople === null, {
    message: words.noPeopleWithList,
    path: ['estimatedPeople'],
  }),
];

export const OutreachInput = z.object(fields).check(...eitherListOrEstimate);
export type OutreachInput = z.infer<typeof OutreachInput>;

/** A session as it should have been written; its hamlet stays that of the version it replaces. */
export const OutreachCorrection = z
  .object({ ...fields, sessionId: id, reason: safeText(300) })
  .check(...eitherListOrEstimate);
export type OutreachCorrection = z.infer<typeof OutreachCorrection>;

export const OutreachWithdrawal = z.object({
  id: z._default(optionalId, null),
  sessionId: id,
  reason: safeText(300),
});
export type OutreachWithdrawal = z.infer<typeof OutreachWithdrawal>;

/** What is wrong with the day of a session, or null: not in the future, not before the plan began or the last month. */
export function wrongDay(heldOn: Day, today: Day, planStartsOn: Day): string | null {
  const lately = addDays(today, -lateDays);
  const earliest = lately < planStartsOn ? lately : planStartsOn;
  if (heldOn > today) return words.dayInFuture;
  return heldOn < earliest ? words.dayTooEarly(earliest) : null;
}
