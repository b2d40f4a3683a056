import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import {
  getHouseholdPlace,
  type PlacedHousehold,
} from '#features/registry/queries/household-place.server.ts';

/** The household that goes on for this one: itself, or the one into which it was merged. */
export async function getLivingPlace(ctx: ReadContext, householdId: Id): Promise<PlacedHousehold> {
  let id = householdId;
  // A register has no long chains of merges; a ring cannot be made, but must not hang a request either.
  for (let step = 0; step < 20; step += 1) {
    const row = await ctx.tx
      .selectFrom('households')
      .select('merged_into')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row?.merged_into) return getHouseholdPlace(ctx, id);
    id = row.merged_into;
  }
  throw notFound();
}

/** Where a person lives now; throws `not_found` when the actor may not see the household. */
export async function getResidentPlace(ctx: ReadContext, residentId: Id): Promise<PlacedHousehold> {
  const row = await ctx.tx
    .selectFrom('residents')
    .select('household_id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', residentId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return getLivingPlace(ctx, row.household_id);
}
