import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/**
 * The households of merged hamlets, doubles too, go to the one that goes on, as they are: code, tổ, address, people, who looks
 * after them. Each tells 'household.hamlet_merged' as a move does. Returns how many (hộ, doubles included).
 */
export async function carryHouseholds(ctx: WriteContext, merging: Merging): Promise<number> {
  const rows = await carryRows(ctx, merging, 'household', 'households');
  await ctx.emitAll(
    rows.map(({ id, from }) => ({
      name: 'household.hamlet_merged',
      hamletId: merging.into.id,
      subject: 'household',
      subjectId: id,
      data: {
        householdIds: [id],
        before: { hamlet_id: from },
        after: { hamlet_id: merging.into.id },
        hamletIds: [from, merging.into.id],
        hamletName: merging.into.name,
        on: merging.on,
      },
    })),
  );
  return rows.length;
}
