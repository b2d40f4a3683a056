import * as z from 'zod/mini';
import { count, day, id, line, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';
import { Assignees } from './assignee.ts';
import { taskStates } from './task-state.ts';

export const sources = ['own', 'plan', 'directive', 'gap'] as const;
export type TaskSource = (typeof sources)[number];
export const priorities = ['normal', 'high'] as const;
export type Priority = (typeof priorities)[number];
export const repeatings = ['none', 'weekly', 'monthly'] as const;
export type Repeats = (typeof repeatings)[number];

const mostChecks = 20;

/** The steps of a task, one a line. */
const Checklist = z
  .pipe(
    z._default(z.nullable(safeText(4000)), null),
    z.transform((text) =>
      (text ?? '')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
    ),
  )
  .check(
    z.refine((lines) => lines.length <= mostChecks, words.tooManyChecks(mostChecks)),
    z.refine((lines) => lines.every((one) => one.length <= 200), words.checkLong),
  );

const fields = {
  /** Made by whoever gives it, so that sending twice gives once. */
  id: z._default(optionalId, null),
  title: line(200),
  text: safeText(3000),
  assignees: Assignees,
  dueOn: day,
  priority: z._default(z.enum(priorities, shared.chooseOne), 'normal'),
  checklist: Checklist,
};

/** The households that a task is about; a target's gap gives them (R28, R70). */
const Households = z._default(z.array(id).check(z.maxLength(60)), []);

/** `repeats` makes the next one when its day has passed. What a leader gives is a directive, whatever else it names. */
export const TaskInput = z.object({
  ...fields,
  planItem: z._default(optionalLine(200), null),
  repeats: z._default(z.enum(repeatings, shared.chooseOne), 'none'),
  target: z._default(optionalLine(20), null),
  householdIds: Households,
});
export type TaskInput = z.infer<typeof TaskInput>;

export const TaskStep = z.object({
  taskId: id,
  to: z.enum(taskStates, shared.chooseOne),
  /** What was done, why it is sent back or cancelled. */
  note: safeText(1000),
});
export type TaskStep = z.infer<typeof TaskStep>;

export const TaskTick = z.object({
  taskId: id,
  position: count(1, mostChecks),
  done: z._default(
    z.union([
      z.boolean(),
      z.pipe(
        z.enum(['1', '0']),
        z.transform((text) => text === '1'),
      ),
    ]),
    true,
  ),
});
export type TaskTick = z.infer<typeof TaskTick>;

export const TaskComment = z.object({
  id: z._default(optionalId, null),
  taskId: id,
  text: line(1000),
});
export type TaskComment = z.infer<typeof TaskComment>;

/** Another doer for what is not over yet: a member. */
export const TaskHandOver = z.object({ taskId: id, memberId: id, note: z._default(safeText(500), null) });

export const TaskChange = z.object({
  taskId: id,
  dueOn: day,
  priority: z.enum(priorities, shared.chooseOne),
  /** Why it is moved, read by the doer. */
  note: safeText(1000),
});
export type TaskChange = z.infer<typeof TaskChange>;
