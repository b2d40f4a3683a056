import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';

/** Two who press at once take one step after the other. */
export async function lockTask(ctx: ReadContext, id: Id): Promise<void> {
  await ctx.tx
    .selectFrom('tasks')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}
