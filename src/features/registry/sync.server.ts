import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeRestricted } from './policy.ts';
import { placeOf, residentsOf, type HouseholdRow, type ResidentRow } from './queries/registry-rows.server.ts';

/** A household with its people for a phone; `mayKnow`: whether its owner may read what is restricted (R104). */
export interface SyncedHousehold {
  household: HouseholdRow;
  people: ResidentRow[];
  mayKnow: boolean;
}

/** Rows of households that were not merged away, in the order of their ids. Whose phone may have them is the caller's question. */
export async function syncedHouseholds(ctx: ReadContext, ids: readonly Id[]): Promise<SyncedHousehold[]> {
  if (ids.length === 0) return [];
  const households = await ctx.tx
    .selectFrom('households')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute();
  const people = Map.groupBy(await residentsOf(ctx, ids), (person) => person.household_id);
  return households.map((household) => ({
    household,
    people: people.get(household.id) ?? [],
    mayKnow: canSeeRestricted(ctx.actor, placeOf(household)),
  }));
}
