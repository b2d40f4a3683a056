import type { WriteContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import * as words from '../words.ts';

/**
 * Locks the version that is to be replaced. 'again' when this very replacement was already written (P3); throws
 * `state.conflict` when another one was, `duplicate` when the id is another row's.
 */
export async function lockVersion(ctx: WriteContext, visitId: Id, newId: Id): Promise<'free' | 'again'> {
  await ctx.tx
    .selectFrom('visits')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', visitId)
    .forUpdate()
    .execute();
  const rows = await ctx.tx
    .selectFrom('visits')
    .select(['id', 'replaces'])
    .where('commune_id', '=', ctx.communeId)
    .where((eb) => eb.or([eb('id', '=', newId), eb('replaces', '=', visitId)]))
    .execute();
  const written = rows.find((row) => row.id === newId);
  if (written?.replaces === visitId) return 'again';
  if (written) throw new Problem('duplicate');
  if (rows.length > 0) throw new Problem('state.conflict', { message: words.alreadyReplaced });
  return 'free';
}

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
