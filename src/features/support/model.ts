import * as z from 'zod/mini';
import { addDays, daysBetween, type Day } from '#shared/calendar.ts';
import { count, day, id, optionalId, optionalLine, optionalPhone } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { code, safeText } from '#features/visits/model/fields.ts';
import { VisitInput } from '#features/visits/model/visit.ts';
import * as words from './words.ts';

/** "Yêu cầu hỗ trợ" (R43, R103, W9): somebody needs help with a platform; a member of the hamlet's team goes, or is at the point. */
export const supportChannels = ['member', 'counter', 'phone', 'neighbour', 'qr'] as const;
export type SupportChannel = (typeof supportChannels)[number];
/** Those that somebody with an account writes down; the citizen's own form is none of theirs. */
export const staffChannels = ['member', 'counter', 'phone', 'neighbour'] as const;

export const supportPlaces = ['home', 'support_point'] as const;
export type SupportPlace = (typeof supportPlaces)[number];

export const urgencies = ['urgent', 'soon', 'ordinary'] as const;
export type Urgency = (typeof urgencies)[number];

export const satisfactions = ['good', 'fair', 'poor'] as const;
export type Satisfaction = (typeof satisfactions)[number];

export const supportStates = ['new', 'assigned', 'scheduled', 'done', 'no_show', 'cancelled'] as const;
export type SupportState = (typeof supportStates)[number];

/** domain/03 §7.7: new → assigned → scheduled → done | no_show | cancelled. What is not needed any more may be cancelled before. */
const steps: Record<SupportState, readonly SupportState[]> = {
  new: ['assigned', 'cancelled'],
  assigned: ['scheduled', 'cancelled'],
  scheduled: ['done', 'no_show', 'cancelled'],
  done: [],
  no_show: [],
  cancelled: [],
};

/** The states that may follow. */
export function nextStates(from: SupportState): readonly SupportState[] {
  return steps[from];
}

export function canFollow(from: SupportState, to: SupportState): boolean {
  return steps[from].includes(to);
}

/** Somebody still waits for help. */
export function isWaiting(state: SupportState): boolean {
  return steps[state].length > 0;
}

/** Days within which help comes, by urgency (calendar days in Vietnam). */
export type SupportClock = Record<Urgency, number>;
/** [I] Until the office sets others: the next day, three days, a week. */
export const defaultSupportClock: SupportClock = { urgent: 1, soon: 3, ordinary: 7 };

/** The last day in time: an urgent request of today that has one day is due tomorrow. */
export function dueOn(from: Day, urgency: Urgency, clock: SupportClock): Day {
  return addDays(from, clock[urgency]);
}

/** Days past the last day in time; 0 in time, or when nobody waits any more. */
export function daysOverdue(one: { state: SupportState; dueOn: Day }, today: Day): number {
  return isWaiting(one.state) ? Math.max(0, daysBetween(one.dueOn, today)) : 0;
}

/** How long somebody waited (days): until help came, or until today. */
export function daysWaited(one: { state: SupportState; raisedOn: Day; stateOn: Day }, today: Day): number {
  return Math.max(0, daysBetween(one.raisedOn, isWaiting(one.state) ? today : one.stateOn));
}

export const SupportInput = z
  .object({
    /** Made by whoever writes it down, so that sending twice asks once. */
    id: z._default(optionalId, null),
    hamletId: id,
    channel: z.enum(staffChannels, shared.chooseOne),
    householdId: z._default(optionalId, null),
    residentId: z._default(optionalId, null),
    /** Whoever is named by `residentId` needs no name here. */
    personName: z._default(optionalLine(80), null),
    phone: z._default(optionalPhone, null),
    platform: z._default(
      z.pipe(
        z.pipe(
          z.nullish(z.string()),
          z.transform((text) => text || null),
        ),
        z.nullable(code),
      ),
      null,
    ),
    topic: z._default(safeText(300), null),
    place: z.enum(supportPlaces, shared.chooseOne),
    groupId: z._default(optionalId, null),
    urgency: z.enum(urgencies, shared.chooseOne),
    note: z._default(safeText(1000), null),
  })
  .check(
    z.refine((one) => one.platform !== null || one.topic !== null, {
      message: words.topicNeeded,
      path: ['topic'],
    }),
    z.refine((one) => one.residentId !== null || one.personName !== null, {
      message: words.nameNeeded,
      path: ['personName'],
    }),
    z.refine((one) => one.householdId !== null || one.phone !== null, {
      message: words.phoneNeeded,
      path: ['phone'],
    }),
    z.refine((one) => one.residentId === null || one.householdId !== null, {
      message: words.householdNeeded,
      path: ['householdId'],
    }),
    z.refine((one) => (one.place === 'support_point') === (one.groupId !== null), {
      message: words.pointNeeded,
      path: ['groupId'],
    }),
  );
export type SupportInput = z.infer<typeof SupportInput>;

export const SupportAssignment = z.object({
  requestId: id,
  memberId: id,
  note: z._default(safeText(500), null),
});

export const SupportSchedule = z.object({
  requestId: id,
  scheduledOn: day,
  /** "8 giờ sáng" */
  scheduledAt: z._default(optionalLine(40), null),
  note: z._default(safeText(500), null),
});

export const SupportEnd = z.object({
  requestId: id,
  to: z.enum(['no_show', 'cancelled'], shared.chooseOne),
  note: z._default(safeText(500), null),
});

/** What was done: for a household of the register the visit with its guidance; else in words. */
export const SupportResult = z.object({
  requestId: id,
  visit: z._default(z.nullable(VisitInput), null),
  satisfaction: z._default(z.nullable(z.enum(satisfactions, shared.chooseOne)), null),
  note: z._default(safeText(500), null),
});
export type SupportResult = z.infer<typeof SupportResult>;

export const SupportRating = z.object({
  requestId: id,
  satisfaction: z.enum(satisfactions, shared.chooseOne),
});

export const SupportClockInput = z
  .object({ urgent: count(1, 90), soon: count(1, 90), ordinary: count(1, 90) })
  .check(
    z.refine((days) => days.urgent <= days.soon, { message: words.clockOrder, path: ['soon'] }),
    z.refine((days) => days.soon <= days.ordinary, { message: words.clockOrder, path: ['ordinary'] }),
  );
