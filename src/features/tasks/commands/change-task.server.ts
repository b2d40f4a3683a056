import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { TaskChange } from '../model/task-input.ts';
import { openStates } from '../model/task-state.ts';
import { canSteerTask } from '../policy.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/**
 * Moves the due day of a task, or makes it urgent, with the reason. Tells 'task.changed', or nothing when nothing changes.
 * Throws `state.conflict` for a task that is over, `input.invalid` for a day in the past or a change without a word.
 */
export const changeTask = defineCommand({
  name: 'task.change',
  input: TaskChange,
  load: (ctx, input) => lockedTask(ctx, input.taskId),
  allow: (actor, task) => canSteerTask(actor, task),
  async run(ctx, input, task) {
    const before = { due_on: task.dueOn, priority: task.priority };
    const after = { due_on: input.dueOn, priority: input.priority };
    if (before.due_on === after.due_on && before.priority === after.priority) return;
    if (!openStates.includes(task.state)) throw new Problem('state.conflict', { message: words.finished });
    if (after.due_on !== before.due_on && after.due_on < ctx.today)
      throw new Problem('input.invalid', { fields: { dueOn: words.dueInPast } });
    if (input.note === null) throw new Problem('input.invalid', { fields: { note: words.changeNoteNeeded } });
    await ctx.tx
      .updateTable('tasks')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', task.id)
      .execute();
    await ctx.emit({
      name: 'task.changed',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { before, after, note: input.note },
    });
  },
});
