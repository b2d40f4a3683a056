import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { id, optionalDay, optionalId } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import * as shared from '#shared/words.ts';
import * as words from '../words.ts';

/** The items of a person's digital status (W3), each with the answers that it takes. */
export const digitalItems = {
  vneid: ['none', 'installed', 'activated', 'unknown'],
  dvc_account: ['yes', 'no', 'unknown'],
  bank_account: ['yes', 'no', 'unknown'],
  e_payment: ['regular', 'sometimes', 'never', 'unknown'],
  health_app: ['yes', 'no', 'unknown'],
  education_app: ['yes', 'no', 'unknown'],
  social_app: ['yes', 'no', 'unknown'],
} as const;
export type DigitalItem = keyof typeof digitalItems;
export type DigitalAnswer<Item extends DigitalItem = DigitalItem> = (typeof digitalItems)[Item][number];
export type DigitalSource = 'shown' | 'declared' | 'assumed' | 'import';

/** Per item the answer; 'unknown' takes an earlier answer back, null says nothing. */
export type Answers = { [Item in DigitalItem]: DigitalAnswer<Item> | null };

export const itemNames = [
  'vneid',
  'dvc_account',
  'bank_account',
  'e_payment',
  'health_app',
  'education_app',
  'social_app',
] as const satisfies DigitalItem[];

const answer = <const Values extends readonly string[]>(values: Values) =>
  z._default(
    z.pipe(
      z.pipe(
        z.nullish(z.string()),
        z.transform((text) => text || null),
      ),
      z.nullable(z.enum(values, shared.chooseOne)),
    ),
    null,
  );

/** The fields of the answers, for the schema of whatever carries them. An empty choice says nothing. */
export const DigitalAnswers = {
  vneid: answer(digitalItems.vneid),
  dvc_account: answer(digitalItems.dvc_account),
  bank_account: answer(digitalItems.bank_account),
  e_payment: answer(digitalItems.e_payment),
  health_app: answer(digitalItems.health_app),
  education_app: answer(digitalItems.education_app),
  social_app: answer(digitalItems.social_app),
};

/** Says nothing about anything. */
export const noAnswers: Answers = {
  vneid: null,
  dvc_account: null,
  bank_account: null,
  e_payment: null,
  health_app: null,
  education_app: null,
  social_app: null,
};

/** True when no item carries an answer. */
export function sayNothing(answers: Partial<Answers>): boolean {
  return itemNames.every((item) => (answers[item] ?? null) === null);
}

/** A correction or an addition without a visit. */
export const DigitalStatusInput = z
  .object({
    id: z._default(optionalId, null),
    residentId: id,
    observedOn: z._default(optionalDay, null),
    source: z.enum(['shown', 'declared', 'assumed'], shared.chooseOne),
    ...DigitalAnswers,
  })
  .check(z.refine((input) => !sayNothing(input), { message: words.answerOne, path: ['source'] }));
export type DigitalStatusInput = z.infer<typeof DigitalStatusInput>;

/** A stored record as the fold reads it. */
export interface DigitalRecord extends Answers {
  id: Id;
  observedOn: Day;
  recordedAt: Date;
  source: DigitalSource;
}

/** What is known of one item: the answer, since when it is known, and how. */
export interface KnownAnswer {
  value: Exclude<DigitalAnswer, 'unknown'>;
  on: Day;
  source: DigitalSource;
}

/** Null is "chưa rõ". */
export type DigitalStatus = Record<DigitalItem, KnownAnswer | null>;

/**
 * The status of one person from all records about them, in whatever order they arrive: per item the newest answer, by
 * day of observation, then by when it was written down, then by id. An 'unknown' on top takes the item back to null.
 */
export function foldRecords(records: readonly DigitalRecord[]): DigitalStatus {
  const newestFirst = [...records].sort(byNewest);
  const known = (item: DigitalItem): KnownAnswer | null => {
    const record = newestFirst.find((one) => one[item] !== null);
    const value = record?.[item];
    return !record || value === null || value === undefined || value === 'unknown'
      ? null
      : { value, on: record.observedOn, source: record.source };
  };
  return {
    vneid: known('vneid'),
    dvc_account: known('dvc_account'),
    bank_account: known('bank_account'),
    e_payment: known('e_payment'),
    health_app: known('health_app'),
    education_app: known('education_app'),
    social_app: known('social_app'),
  };
}

function byNewest(left: DigitalRecord, right: DigitalRecord): number {
  return (
    compare(right.observedOn, left.observedOn) ||
    right.recordedAt.getTime() - left.recordedAt.getTime() ||
    compare(right.id, left.id)
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** The item that a platform tracks, from its details in the catalogue. */
export function tracksOf(details: unknown): DigitalItem | null {
  const tracks =
    typeof details === 'object' && details !== null && 'tracks' in details ? details.tracks : null;
  return itemNames.find((item) => item === tracks) ?? null;
}
