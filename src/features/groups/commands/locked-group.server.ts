import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { getGroup, type Group } from '../queries.server.ts';

/** The group, held until the end of the command: two who press at once take one step after the other. Throws `not_found` when the actor may not see it. */
export async function lockedGroup(ctx: ReadContext, id: Id): Promise<Group> {
  await ctx.tx
    .selectFrom('groups')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getGroup(ctx, id);
}
