import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';
import * as words from '../words.ts';

/**
 * Inspections of merged hamlets, planned and held, go on in the one that goes on, whose head answers what was found. Of several that
 * are planned for one day one is left; the others are cancelled with the reason, and tell 'inspection.cancelled'. Returns how many (cuộc).
 */
export async function carryInspections(ctx: WriteContext, merging: Merging): Promise<number> {
  const reason = words.mergedInto(merging.into.name);
  const { rows } = await sql<{ id: Id; hamlet_id: Id }>`
    update inspections as i set state = 'cancelled', reason = ${reason}
      from (select id, row_number() over (partition by planned_on order by hamlet_id = ${merging.into.id} desc, id) as nth
              from inspections where commune_id = ${ctx.communeId} and state = 'planned'
               and hamlet_id = any(${[...merging.ending, merging.into.id]}::uuid[])) as same
     where i.commune_id = ${ctx.communeId} and i.id = same.id and same.nth > 1
    returning i.id, i.hamlet_id`.execute(ctx.tx);
  await ctx.emitAll(
    rows.map((row) => ({
      name: 'inspection.cancelled',
      hamletId: row.hamlet_id,
      subject: 'inspection',
      subjectId: row.id,
      data: { before: { state: 'planned' }, after: { state: 'cancelled' }, note: reason },
    })),
  );
  return (await carryRows(ctx, merging, 'inspection', 'inspections', sql`state <> 'cancelled'`)).length;
}
