import * as z from 'zod/mini';
import { addDays, type Day } from '#shared/calendar.ts';
import { day, id, line, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';

/**
 * A class for members of the teams (R48–R50, R55, R65, W11): in a room or on the network. A hamlet's leader or head proposes
 * one, who plans classes takes it into the plan; it is held or cancelled, and then nothing follows.
 */
export const classStates = ['proposed', 'planned', 'held', 'cancelled'] as const;
export type ClassState = (typeof classStates)[number];

const steps: Record<ClassState, readonly ClassState[]> = {
  proposed: ['planned', 'cancelled'],
  planned: ['held', 'cancelled'],
  held: [],
  cancelled: [],
};

/** The states that may follow. */
export function nextStates(from: ClassState): readonly ClassState[] {
  return steps[from];
}

export function canFollow(from: ClassState, to: ClassState): boolean {
  return steps[from].includes(to);
}

export const classForms = ['in_person', 'online'] as const;
export type ClassForm = (typeof classForms)[number];
export const testResults = ['passed', 'not_passed'] as const;
export type TestResult = (typeof testResults)[number];

/** A time of the day as 'HH:MM', typed as 7:30, 7h30, 7 giờ 30 or 8 giờ; or nothing. */
const optionalTime = z.pipe(
  z.pipe(
    optionalLine(30),
    z.transform((text: string | null) => (text === null ? null : typedTime(text))),
  ),
  z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, words.timeWrong))),
);
const time = z.pipe(optionalTime, z.string(words.timeNeeded));

function typedTime(text: string): string {
  const typed = /^(\d{1,2})\s*(?::|h|giờ|g)?\s*(\d{1,2})?\s*(?:phút|p)?$/iu.exec(text.normalize('NFC'));
  return typed ? `${(typed[1] ?? '').padStart(2, '0')}:${(typed[2] ?? '').padStart(2, '0')}` : text;
}

/** Points of ten (điểm), with one place after the comma, typed with a comma or a dot; or nothing. */
export const optionalScore = z.pipe(
  z.pipe(
    z.nullish(z.union([z.number(), z.string()])),
    z.transform((value) => {
      if (value === undefined || value === null) return null;
      if (typeof value === 'number') return value;
      if (value.trim() === '') return null;
      return /^\d{1,2}([.,]\d)?$/.test(value.trim()) ? Number(value.trim().replace(',', '.')) : Number.NaN;
    }),
  ),
  z.nullable(z.number(words.scoreWrong).check(z.gte(0, words.scoreWrong), z.lte(10, words.scoreWrong))),
);

const fields = {
  /** Nothing: the topics' names. */
  name: z._default(optionalLine(160), null),
  topicIds: z.prefault(z.array(id).check(z.minLength(1, words.topicNeeded), z.maxLength(20)), []),
  form: z.enum(classForms, shared.chooseOne),
  place: z._default(optionalLine(200), null),
  link: z._default(
    z.pipe(optionalLine(300), z.nullable(z.string().check(z.regex(/^https:\/\/[^\s]+$/, words.linkShape)))),
    null,
  ),
  trainer: line(120),
  organiser: z._default(optionalLine(160), null),
  heldOn: day,
  startsAt: time,
  endsAt: z._default(optionalTime, null),
  rollMemberId: z._default(optionalId, null),
  passScore: z._default(optionalScore, null),
  costNote: safeText(300),
  note: safeText(1000),
};

interface Arranged {
  form: ClassForm;
  place: string | null;
  startsAt: string;
  endsAt: string | null;
}
const arranged = [
  z.refine<Arranged>((one) => one.form === 'online' || one.place !== null, {
    message: words.placeNeeded,
    path: ['place'],
  }),
  z.refine<Arranged>((one) => one.endsAt === null || one.endsAt > one.startsAt, {
    message: words.endsBeforeStart,
    path: ['endsAt'],
  }),
];

export const ClassInput = z
  .object({
    /** Made by whoever plans, so that sending twice plans once. */
    id: z._default(optionalId, null),
    /** Null: for the whole commune. */
    hamletId: z._default(optionalId, null),
    ...fields,
  })
  .check(...arranged);
export type ClassInput = z.infer<typeof ClassInput>;

export const ClassCorrection = z.object({ classId: id, ...fields }).check(...arranged);
export type ClassCorrection = z.infer<typeof ClassCorrection>;

export const ClassStep = z.object({
  classId: id,
  to: z.enum(classStates, shared.chooseOne),
  note: safeText(500),
});

/** Half of the points, when nobody says otherwise (điểm). */
export const usualPassScore = 5;

/** What is wrong with the day of a class, or null: classes of the last year may be written down, plans reach a year ahead. */
export function wrongDay(heldOn: Day, today: Day): string | null {
  if (heldOn < addDays(today, -366)) return words.dayTooEarly;
  return heldOn > addDays(today, 366) ? words.dayTooLate : null;
}
