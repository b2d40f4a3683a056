import { defineCommand } from '#platform/commands/command.server.ts';
import { TaskComment } from '../model/task-input.ts';
import { canSeeTask } from '../policy.ts';
import { getTask } from '../queries/find-task.server.ts';

/** Writes a word under a task, for all who see it. The same id again writes nothing. Tells 'task.commented'. */
export const commentTask = defineCommand({
  name: 'task.comment',
  input: TaskComment,
  load: (ctx, input) => getTask(ctx, input.taskId),
  allow: (actor, task) => canSeeTask(actor, task),
  async run(ctx, input, task) {
    const id = input.id ?? ctx.id();
    const written = await ctx.tx
      .insertInto('task_comments')
      .values({
        commune_id: ctx.communeId,
        id,
        task_id: task.id,
        text: input.text,
        written_at: ctx.happenedAt,
        written_by: ctx.actor.accountId,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return;
    await ctx.emit({
      name: 'task.commented',
      hamletId: task.hamletId,
      subject: 'task',
      subjectId: task.id,
      data: { commentId: id },
    });
  },
});
