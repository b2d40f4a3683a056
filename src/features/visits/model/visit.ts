import * as z from 'zod/mini';
import { addDays, dayOf, startOf, type Day } from '#shared/calendar.ts';
import { id, optionalCount, optionalDay, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import * as words from '../words.ts';
import { DigitalAnswers, sayNothing } from './digital-status.ts';
import { code, safeText } from './fields.ts';
import { Guidance } from './guidance.ts';

/** What was learned about one person during the visit. Items that are left out say nothing. */
export const VisitRecord = z.object({
  residentId: id,
  source: z.enum(['shown', 'declared', 'assumed'], shared.chooseOne),
  ...DigitalAnswers,
});
export type VisitRecord = z.infer<typeof VisitRecord>;

const fields = {
  /** Made by whoever records, so that sending twice records once (P3). */
  id: z._default(optionalId, null),
  /** The day as written on paper; without it, the day of `visitedAt` or today. */
  visitedOn: z._default(optionalDay, null),
  /** The moment as the phone knows it (ISO 8601). */
  visitedAt: z._default(z.nullable(z.iso.datetime({ offset: true })), null),
  met: z.enum(['someone', 'nobody'], shared.chooseOne),
  metResidents: z._default(z.array(id).check(z.maxLength(50)), []),
  form: z._default(code, 'home_visit'),
  /** Where the visit began: the person's own need (R8). */
  need: safeText(500),
  topics: z._default(z.array(code).check(z.maxLength(30)), []),
  guidances: z._default(z.array(Guidance).check(z.maxLength(100)), []),
  records: z._default(z.array(VisitRecord).check(z.maxLength(50)), []),
  nextStep: safeText(500),
  nextOn: z._default(optionalDay, null),
  note: safeText(),
  /** How long it took (phút). */
  minutes: z._default(optionalCount(1, 600), null),
};

/** "Không gặp ai": nobody was taught, and nothing was learned about anybody. */
const nothingFromNobody = (['guidances', 'records', 'metResidents'] as const).map((path) =>
  z.refine<{ met: string; guidances: unknown[]; records: unknown[]; metResidents: unknown[] }>(
    (visit) => visit.met === 'someone' || visit[path].length === 0,
    { message: words.nobodyMet, path: [path] },
  ),
);

/** A visit as a person records it (W4). */
export const VisitInput = z.object({ householdId: id, ...fields }).check(...nothingFromNobody);
export type VisitInput = z.infer<typeof VisitInput>;

/** A visit as it should have been written; `visitId` is the version it replaces. */
export const VisitCorrection = z
  .object({ visitId: id, reason: safeText(300), ...fields })
  .check(...nothingFromNobody);
export type VisitCorrection = z.infer<typeof VisitCorrection>;

/** What a recorded visit and a corrected one have in common. */
export type VisitContent = Omit<VisitInput, 'householdId'>;

export const VisitWithdrawal = z.object({
  id: z._default(optionalId, null),
  visitId: id,
  reason: safeText(300),
});
export type VisitWithdrawal = z.infer<typeof VisitWithdrawal>;

/** When a visit took place, or what is wrong with what was said about it. */
export type VisitTime = { at: Date; on: Day } | { problem: string };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The moment and the day of a visit. The day is the moment's date in Vietnam (sync law 8). A day from paper stands for
 * its noon, or for `happenedAt` when it is that day. A clock that runs up to 24 h ahead is taken as `now`; further ahead
 * is refused, and so is a day before `earliest`.
 */
export function timeOfVisit(
  visit: Pick<VisitContent, 'visitedOn' | 'visitedAt'>,
  clock: { now: Date; happenedAt: Date; earliest: Day },
): VisitTime {
  const told = visit.visitedAt === null ? clock.happenedAt : new Date(visit.visitedAt);
  const paper = visit.visitedOn === null || visit.visitedOn === dayOf(told) ? null : visit.visitedOn;
  if (paper !== null && paper > dayOf(clock.now)) return { problem: words.dayInFuture };
  const moment = paper === null ? told : new Date(startOf(paper).getTime() + dayMs / 2);
  if (moment.getTime() > clock.now.getTime() + dayMs) return { problem: words.dayInFuture };
  const at = moment > clock.now ? clock.now : moment;
  const on = dayOf(at);
  return on < clock.earliest ? { problem: words.dayTooEarly(clock.earliest) } : { at, on };
}

/** Days before a household came into the register (or before today) whose papers may still be entered. */
export const lateDays = 31;

/**
 * The first day that a visit to a household may have: from the start of the plan, so that the papers of the year can be
 * entered, or from a month before the registration when that is earlier. Anything before is a year typed wrong.
 */
export function earliestVisitDay(registeredOn: Day, planStartsOn: Day): Day {
  const before = addDays(registeredOn, -lateDays);
  return before < planStartsOn ? before : planStartsOn;
}

/** Every person that a visit names, once each. */
export function residentsNamed(
  visit: Pick<VisitContent, 'metResidents' | 'guidances' | 'records'>,
): string[] {
  return [
    ...new Set([
      ...visit.metResidents,
      ...visit.guidances.flatMap((guidance) => (guidance.residentId === null ? [] : [guidance.residentId])),
      ...visit.records.map((record) => record.residentId),
    ]),
  ];
}

/** The records of a visit that say something. */
export function tellingRecords(visit: Pick<VisitContent, 'records'>): VisitRecord[] {
  return visit.records.filter((record) => !sayNothing(record));
}
