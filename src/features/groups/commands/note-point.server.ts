import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';

/** Writes down at which point a visit was; said again, what was said last stands. The caller has asked whether it may be. */
export async function notePoint(
  ctx: WriteContext,
  { visitId, groupId }: { visitId: Id; groupId: Id },
): Promise<void> {
  await ctx.tx
    .insertInto('point_visits')
    .values({ commune_id: ctx.communeId, visit_id: visitId, group_id: groupId })
    .onConflict((conflict) => conflict.columns(['commune_id', 'visit_id']).doUpdateSet({ group_id: groupId }))
    .execute();
}
