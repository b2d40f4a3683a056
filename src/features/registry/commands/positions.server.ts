import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';

/** The place after the last person of a household. */
export async function nextPosition(ctx: WriteContext, householdId: Id): Promise<number> {
  const row = await ctx.tx
    .selectFrom('residents')
    .select((on) => on.fn.max<number | null>('position').as('last'))
    .where('commune_id', '=', ctx.communeId)
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}
