import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';

/** The households in which the people live now of whom a version told something. */
export async function homesToldOf(ctx: WriteContext, visitId: Id): Promise<Id[]> {
  const rows = await ctx.tx
    .selectFrom('digital_records as d')
    .innerJoin('residents as r', (join) =>
      join.on('r.commune_id', '=', ctx.communeId).onRef('r.id', '=', 'd.resident_id'),
    )
    .select('r.household_id')
    .distinct()
    .where('d.commune_id', '=', ctx.communeId)
    .where('d.visit_id', '=', visitId)
    .execute();
  return rows.map((row) => row.household_id);
}
