import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import {
  getHouseholdPlace,
  type PlacedHousehold,
} from '#features/registry/queries/household-place.server.ts';
import { canSeeAllVisits, canSeeVisits } from '../policy.ts';

/** The household that goes on for this one, seen or not: itself, or the one into which it was merged in the end. */
export async function survivorOf(ctx: ReadContext, householdId: Id): Promise<{ id: Id; hamletId: Id }> {
  const row = found(
    await ctx.tx
      .selectFrom('households')
      .select(['id', 'hamlet_id', 'merged_into'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', householdId)
      .executeTakeFirst(),
  );
  return row.merged_into === null
    ? { id: row.id, hamletId: row.hamlet_id }
    : survivorOf(ctx, row.merged_into);
}

/** The place of the household that goes on for this one; throws `not_found` when the actor may not see it. */
export async function getLivingPlace(ctx: ReadContext, householdId: Id): Promise<PlacedHousehold> {
  return getHouseholdPlace(ctx, householdId);
}

/** Where a person lives now; throws `not_found` when the actor may not see the household. */
export async function getResidentPlace(ctx: ReadContext, residentId: Id): Promise<PlacedHousehold> {
  const row = found(
    await ctx.tx
      .selectFrom('residents')
      .select('household_id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', residentId)
      .executeTakeFirst(),
  );
  return getLivingPlace(ctx, row.household_id);
}

/** Throws `not_found` for a hamlet (null: the whole commune) that is not there or whose visits the actor may not see. */
export async function checkHamlet(ctx: ReadContext, hamletId: Id | null): Promise<void> {
  const may = hamletId === null ? canSeeAllVisits(ctx.actor) : canSeeVisits(ctx.actor, { hamletId });
  if (!may) throw notFound();
  if (hamletId !== null) found(await findHamlet(ctx, hamletId));
}
