import * as z from 'zod/mini';
import { count, day, id, optionalDay, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { code, safeLine, safeText } from '#features/visits/model/fields.ts';
import { Assignees } from '#features/tasks/model/assignee.ts';
import * as words from '../words.ts';
import { mostQuestions } from './checklist.ts';
import { inspectionKinds } from './inspection-state.ts';
import { figureCodes } from './known-figures.ts';

/** What was found of a question: "không kiểm tra" is neither yes nor no. */
export const results = ['met', 'not_met', 'not_checked'] as const;
export type Result = (typeof results)[number];

const people = z._default(z.array(id), []).check(z.minLength(1, words.nobodyGoes), z.maxLength(20));
const topics = z
  ._default(z.array(code), [])
  .check(z.minLength(1, words.nothingAsked), z.maxLength(mostQuestions));

export const InspectionPlan = z.object({
  /** Made by whoever plans, so that sending twice plans once. */
  batchId: z._default(optionalId, null),
  plannedOn: day,
  kind: z.enum(inspectionKinds, shared.chooseOne),
  hamletIds: z._default(z.array(id), []).check(z.minLength(1, words.noHamlet), z.maxLength(300)),
  /** Days of their own, by the hamlet's id; without one a hamlet has the plan's. */
  days: z._default(z.record(id, optionalDay), {}),
  people,
  /** The version that the page showed, and which of its questions are asked. */
  version: count(0, 100_000),
  topics,
  note: safeText(1000),
});
export type InspectionPlan = z.infer<typeof InspectionPlan>;

/** Another day, other people: while it is planned. */
export const InspectionMove = z.object({ inspectionId: id, plannedOn: day, people, note: safeText(1000) });

export const InspectionCancel = z.object({ inspectionId: id, reason: safeLine(500) });

const Answer = z.object({
  code,
  result: z._default(z.enum(results, shared.chooseOne), 'not_checked'),
  remark: z._default(safeText(1000), null),
});

/** What was found, question by question. Sent again while it is not closed, it stands in the place of what stood. */
export const InspectionHeld = z.object({
  inspectionId: id,
  heldOn: day,
  answers: z._default(z.array(Answer), []).check(z.maxLength(mostQuestions)),
});
export type InspectionHeld = z.infer<typeof InspectionHeld>;

export const InspectionClosing = z.object({ inspectionId: id, conclusion: safeLine(2000) });

export const FindingInput = z.object({
  id: z._default(optionalId, null),
  inspectionId: id,
  code: z._default(optionalLine(40), null),
  text: safeLine(500),
  remedy: safeLine(200),
  dueOn: day,
});

export const FindingTask = z.object({ findingId: id, assignees: Assignees });
export const FindingAnswer = z.object({
  id: z._default(optionalId, null),
  findingId: id,
  text: safeLine(1000),
});
export const FindingClosing = z.object({ findingId: id, word: safeLine(500) });

/** A row without words is left out: so a question is taken off the list. */
const QuestionRow = z.object({
  code: z._default(optionalLine(40), null),
  text: optionalLine(300),
  figure: z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text || null),
    ),
    z.nullable(z.enum(figureCodes, shared.chooseOne)),
  ),
});
export const ChecklistInput = z.object({
  /** The version that was on the screen: who was faster is not overwritten. */
  version: count(0, 100_000),
  questions: z._default(z.array(QuestionRow), []).check(z.maxLength(mostQuestions + 10)),
});
