import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { TaskStep } from '../model/task-input.ts';
import { canFollow } from '../model/task-state.ts';
import { canMoveTask } from '../policy.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/**
 * Takes a task one step on its way; a step that was already taken is not taken again. Tells 'task.moved'. Throws
 * `state.conflict` for a step that the state does not allow, `input.invalid` for a task sent back or cancelled without a word.
 */
export const moveTask = defineCommand({
  name: 'task.move',
  input: TaskStep,
  load: (ctx, input) => lockedTask(ctx, input.taskId),
  allow: (actor, task, input) => task.state === input.to || canMoveTask(actor, task, input.to),
  async run(ctx, input, task) {
    if (task.state === input.to) return;
    if (!canFollow(task.state, input.to))
      throw new Problem('state.conflict', { message: words.noSuchStep(task.state, input.to) });
    if ((input.to === 'returned' || input.to === 'cancelled') && input.note === null)
      throw new Problem('input.invalid', { fields: { note: words.noteNeeded } });
    await ctx.tx
      .updateTable('tasks')
      .set({ state: input.to, state_at: ctx.happenedAt, state_by: ctx.actor.accountId })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', task.id)
      .execute();
    await ctx.emit({
      name: 'task.moved',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { before: { state: task.state }, after: { state: input.to }, note: input.note },
    });
  },
});
