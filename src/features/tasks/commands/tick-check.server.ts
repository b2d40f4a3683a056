import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { TaskTick } from '../model/task-input.ts';
import { openStates } from '../model/task-state.ts';
import { canWorkOn } from '../policy.ts';
import * as words from '../words.ts';
import { lockedTask } from './lock-task.server.ts';

/** Ticks a line of a task's checklist, or takes the tick back. Tells 'task.ticked', or nothing when it stands so already. Throws `state.conflict` for a task that is over. */
export const tickCheck = defineCommand({
  name: 'task.tick',
  input: TaskTick,
  load: (ctx, input) => lockedTask(ctx, input.taskId),
  allow: (actor, task) => canWorkOn(actor, task),
  async run(ctx, input, task) {
    const line = await ctx.tx
      .selectFrom('task_checks')
      .select('done_at')
      .where('commune_id', '=', ctx.communeId)
      .where('task_id', '=', task.id)
      .where('position', '=', input.position)
      .executeTakeFirst();
    if (!line) throw new Problem('input.invalid', { fields: { position: words.noSuchCheck } });
    if ((line.done_at !== null) === input.done) return;
    if (!openStates.includes(task.state)) throw new Problem('state.conflict', { message: words.finished });
    await ctx.tx
      .updateTable('task_checks')
      .set(
        input.done
          ? { done_at: ctx.happenedAt, done_by: ctx.actor.accountId }
          : { done_at: null, done_by: null },
      )
      .where('commune_id', '=', ctx.communeId)
      .where('task_id', '=', task.id)
      .where('position', '=', input.position)
      .execute();
    await ctx.emit({
      name: 'task.ticked',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { position: input.position, before: { done: !input.done }, after: { done: input.done } },
    });
  },
});
