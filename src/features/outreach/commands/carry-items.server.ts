import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** What a campaign has still planned in merged hamlets is planned in the one that goes on; what was held stays where it was. */
export async function carryPlannedItems(ctx: WriteContext, merging: Merging): Promise<number> {
  const rows = await ctx.tx
    .updateTable('outreach_campaign_items')
    .set({ hamlet_id: merging.into.id })
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', 'in', [...merging.ending])
    .where('state', '=', 'planned')
    .returning('id')
    .execute();
  return rows.length;
}
