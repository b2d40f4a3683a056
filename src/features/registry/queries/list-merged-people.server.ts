import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { formatBirth } from '../model/birth.ts';
import { canReshapeHouseholds } from '../policy.ts';

/** A row of a person that was merged into another row of the same person. */
export interface MergedPerson {
  id: Id;
  fullName: string;
  birthText: string;
  /** The household that the double comes back to. */
  householdId: Id;
  householdHead: string;
}

/**
 * The doubles that were merged straight into a person and that the actor may take out again (`resident.unmerge`). Those that came
 * with a merged household are left out: they come back with it.
 */
export async function listMergedPeople(ctx: ReadContext, residentId: Id): Promise<MergedPerson[]> {
  const rows = await ctx.tx
    .selectFrom('residents as r')
    .innerJoin('households as h', (join) =>
      join.onRef('h.id', '=', 'r.household_id').on('h.commune_id', '=', ctx.communeId),
    )
    .select(['r.id', 'r.full_name', 'r.birth_date', 'r.birth_precision', 'r.household_id'])
    .select(['h.hamlet_id', 'h.head_name'])
    .where('r.commune_id', '=', ctx.communeId)
    .where('r.merged_into', '=', residentId)
    .where('h.merged_into', 'is', null)
    .orderBy('r.id')
    .execute();
  return rows
    .filter((row) => canReshapeHouseholds(ctx.actor, [{ hamletId: row.hamlet_id }]))
    .map((row) => ({
      id: row.id,
      fullName: row.full_name,
      birthText: formatBirth(row),
      householdId: row.household_id,
      householdHead: row.head_name,
    }));
}
