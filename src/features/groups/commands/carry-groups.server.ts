import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/** The self-managed groups of merged hamlets go on in the one that goes on. Each tells 'group.hamlet_merged'. Returns how many. */
export async function carryGroups(ctx: WriteContext, merging: Merging): Promise<number> {
  const rows = await carryRows(ctx, merging, 'group', 'groups');
  await ctx.emitAll(
    rows.map(({ id, from }) => ({
      name: 'group.hamlet_merged',
      hamletId: merging.into.id,
      subject: 'group',
      subjectId: id,
      data: { before: { hamlet_id: from }, after: { hamlet_id: merging.into.id } },
    })),
  );
  return rows.length;
}
