import * as z from 'zod/mini';
import { cleanText } from '#shared/fold.ts';
import { day, id, line, optionalId } from '#shared/fields.ts';
import { chooseOne, needed, tooLong } from '#shared/words.ts';
import { contents } from './content.ts';
import * as words from '../words.ts';

export const DocumentInput = z.object({ documentId: id });

const owing = z.object({ name: line(80), dueOn: day, days: z.nullable(z.int()) });

/** What a document is drafted of: a plan, a period with the hamlets that owe a report, the registered groups, a movement with whom to commend, or nothing yet. */
export const DraftInput = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('plan'), planId: id }),
    z.object({
      kind: z.literal('reminder'),
      /** The key of the period ("2026-10"), and how it stands in a sentence. */
      about: line(20),
      period: line(60),
      owing: z.array(owing).check(z.minLength(1, words.nobodyOwes), z.maxLength(300)),
    }),
    z.object({ kind: z.literal('group_list') }),
    /** Of a movement, with whom a leader has confirmed. */
    z.object({
      kind: z.literal('commendation_list'),
      movementId: id,
      movement: line(200),
      commended: contents.commendation_list.shape.commended,
    }),
    /** To a class of training, whose day, place and people it takes; or to nothing in particular. */
    z.object({ kind: z.literal('invitation'), classId: z._default(optionalId, null) }),
    /** Of an inspection, whose findings it takes; or of nothing in particular. */
    z.object({ kind: z.literal('minutes'), inspectionId: z._default(optionalId, null) }),
  ],
  chooseOne,
);
export type DraftInput = z.infer<typeof DraftInput>;

const written = { documentId: id };
export const WriteInput = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('plan'), ...written, ...contents.plan.shape }),
    z.object({ kind: z.literal('reminder'), ...written, ...contents.reminder.shape }),
    z.object({ kind: z.literal('group_list'), ...written, ...contents.group_list.shape }),
    z.object({
      kind: z.literal('commendation_list'),
      ...written,
      ...z.omit(contents.commendation_list, { commended: true }).shape,
    }),
    z.object({ kind: z.literal('invitation'), ...written, ...contents.invitation.shape }),
    z.object({ kind: z.literal('minutes'), ...written, ...contents.minutes.shape }),
  ],
  chooseOne,
);
export type WriteInput = z.infer<typeof WriteInput>;

export const ReturnInput = z.object({
  documentId: id,
  note: z.pipe(
    z.pipe(z.string(needed), z.transform(cleanText)),
    z.string().check(z.minLength(1, needed), z.maxLength(2000, tooLong(2000))),
  ),
});

/** Number with its symbol, and the date, as they stand in the register. */
export const NumberInput = z.object({
  documentId: id,
  number: line(40).check(z.regex(/^\d{1,6}\/[^\s/]+$/u, words.numberShape)),
  datedOn: day,
});
