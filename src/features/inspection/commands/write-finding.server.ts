import { callCommand, defineCommand } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { canGiveTo } from '#features/tasks/policy.ts';
import { FindingAnswer, FindingInput, FindingTask } from '../model/inputs.ts';
import { canAnswerFindings, canRecordInspection } from '../policy.ts';
import * as words from '../words.ts';
import { lockedFinding, lockedInspection, mustBeOpen } from './lock-inspection.server.ts';

/**
 * Writes down something that is to be put right, and by when. The same id again writes nothing. Tells 'inspection.found'. Throws
 * `state.conflict` before the inspection was held and once it is closed, `input.invalid` for a day that is over or a question that
 * was not asked.
 */
export const addFinding = defineCommand({
  name: 'inspection.find',
  input: FindingInput,
  load: (ctx, input) => lockedInspection(ctx, input.inspectionId),
  allow: (actor, one) => canRecordInspection(actor, one),
  async run(ctx, input, one): Promise<{ id: Id }> {
    const id = input.id ?? ctx.id();
    const there = await ctx.tx
      .selectFrom('inspection_findings')
      .select('inspection_id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (there) {
      if (there.inspection_id !== one.id) throw new Problem('duplicate');
      return { id };
    }
    if (one.state === 'planned') throw new Problem('state.conflict', { message: words.notHeldYet });
    if (one.state !== 'held') throw new Problem('state.conflict', { message: words.noSuchStep(one.state) });
    if (input.dueOn < ctx.today) throw new Problem('input.invalid', { fields: { dueOn: words.dayPast } });
    if (input.code !== null && !one.topics.includes(input.code))
      throw new Problem('input.invalid', { fields: { code: words.questionGone } });
    const row = { code: input.code, text: input.text, remedy: input.remedy, due_on: input.dueOn };
    await ctx.tx
      .insertInto('inspection_findings')
      .values({
        commune_id: ctx.communeId,
        id,
        inspection_id: one.id,
        ...row,
        task_id: null,
        state: 'open',
        found_by: ctx.actor.accountId,
        found_on: ctx.today,
        found_at: ctx.now,
        closed_by: null,
        closed_on: null,
        closed_at: null,
        closing_word: null,
      })
      .execute();
    await ctx.emit({
      name: 'inspection.found',
      hamletId: one.hamletId,
      subject: 'inspection',
      subjectId: one.id,
      data: { findingId: id, after: row, note: input.text },
    });
    return { id };
  },
});

/**
 * Gives the work that a finding asks for as a task of the tasks' room, in the same transaction: due on the finding's day, or today
 * when that is over. Tells 'inspection.task_given' besides what the task tells. Throws `state.conflict` for a finding that is closed
 * or has a task that was not cancelled; what `task.give` throws.
 */
export const giveFindingTask = defineCommand({
  name: 'inspection.give_task',
  input: FindingTask,
  load: (ctx, input) => lockedFinding(ctx, input.findingId),
  // Who follows the finding, and gives work there.
  allow: (actor, { inspection }, input) =>
    canRecordInspection(actor, inspection) &&
    input.assignees.every((assignee) => canGiveTo(actor, { assignee, hamletId: inspection.hamletId })),
  async run(ctx, input, finding): Promise<{ taskId: Id }> {
    mustBeOpen(finding);
    if (finding.task !== null && finding.task.state !== 'cancelled')
      throw new Problem('state.conflict', { message: words.taskThere });
    const { inspection } = finding;
    const { taskIds } = await callCommand(ctx, giveTasks, {
      title: finding.remedy,
      text: words.taskText(inspection.hamletName, inspection.heldOn ?? inspection.plannedOn, finding.text),
      // One finding, one task: it says whether it is done.
      assignees: input.assignees.slice(0, 1).map(({ kind, id }) => `${kind}:${id}`),
      dueOn: finding.dueOn < ctx.today ? ctx.today : finding.dueOn,
    });
    const taskId = taskIds[0] ?? '';
    await ctx.tx
      .updateTable('inspection_findings')
      .set({ task_id: taskId })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', finding.id)
      .execute();
    await ctx.emit({
      name: 'inspection.task_given',
      hamletId: inspection.hamletId,
      subject: 'inspection',
      subjectId: inspection.id,
      data: { findingId: finding.id, taskId, note: finding.remedy },
    });
    return { taskId };
  },
});

/** The hamlet's word to a finding, which is never changed. The same id again writes nothing. Tells 'inspection.answered'. Throws `state.conflict` for a finding that is closed. */
export const answerFinding = defineCommand({
  name: 'inspection.answer',
  input: FindingAnswer,
  load: (ctx, input) => lockedFinding(ctx, input.findingId),
  allow: (actor, { inspection }) => canAnswerFindings(actor, inspection),
  async run(ctx, input, finding) {
    const id = input.id ?? ctx.id();
    if (finding.answers.some((answer) => answer.id === id)) return;
    mustBeOpen(finding);
    await ctx.tx
      .insertInto('inspection_answers')
      .values({
        commune_id: ctx.communeId,
        id,
        finding_id: finding.id,
        text: input.text,
        written_by: ctx.actor.accountId,
        written_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'inspection.answered',
      hamletId: finding.inspection.hamletId,
      subject: 'inspection',
      subjectId: finding.inspectionId,
      data: { findingId: finding.id, note: input.text },
    });
  },
});
