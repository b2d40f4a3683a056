import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeHousehold } from '../policy.ts';

/** The doubles that were merged straight into a household and may be taken out of it again; only those that the actor may see. */
export async function listMergedInto(
  ctx: ReadContext,
  householdId: Id,
): Promise<{ id: Id; code: string; headName: string }[]> {
  const rows = await ctx.tx
    .selectFrom('households')
    .select(['id', 'code', 'head_name', 'hamlet_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('merged_into', '=', householdId)
    .orderBy('code')
    .execute();
  return rows
    .filter((row) => canSeeHousehold(ctx.actor, { hamletId: row.hamlet_id }))
    .map((row) => ({ id: row.id, code: row.code, headName: row.head_name }));
}
