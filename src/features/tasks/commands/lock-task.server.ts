import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { getTask, type Task } from '../queries/find-task.server.ts';

/** The task, held until the end of the command: two who press at once take one step after the other. Throws `not_found` when the actor may not see it. */
export async function lockedTask(ctx: ReadContext, id: Id): Promise<Task> {
  await ctx.tx
    .selectFrom('tasks')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getTask(ctx, id);
}
