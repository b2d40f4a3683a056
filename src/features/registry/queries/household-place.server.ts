import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { visible } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { canSeeHousehold, type HouseholdPlace } from '../policy.ts';

/** A household as other features need it to decide and to write: where it is and whether it lives. */
export interface PlacedHousehold extends HouseholdPlace {
  id: Id;
  headName: string;
  state: 'living' | 'away' | 'moved_out' | 'dissolved';
  registeredOn: Day;
}

/**
 * The place of the household that goes on for this one: itself, or the one into which it was merged in the end. Throws
 * `not_found` when there is none that the actor may see.
 */
export async function getHouseholdPlace(ctx: ReadContext, id: Id): Promise<PlacedHousehold> {
  const row = found(
    await ctx.tx
      .selectFrom('households')
      .select([
        'id',
        'hamlet_id',
        'responsible_member_id',
        'head_name',
        'state',
        'registered_on',
        'merged_into',
      ])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (row.merged_into !== null) return getHouseholdPlace(ctx, row.merged_into);
  const household = {
    id: row.id,
    hamletId: row.hamlet_id,
    responsibleMemberId: row.responsible_member_id,
    headName: row.head_name,
    state: row.state,
    registeredOn: row.registered_on,
  };
  return visible(household, (place) => canSeeHousehold(ctx.actor, place));
}

/** Places of households by id, seen or not; those that were merged into others are left out. */
export async function householdPlaces(
  ctx: ReadContext,
  ids: readonly Id[],
): Promise<Map<Id, PlacedHousehold>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PlacedHousehold>`
    select id, hamlet_id as "hamletId", responsible_member_id as "responsibleMemberId", head_name as "headName", state,
           registered_on as "registeredOn"
      from households
     where commune_id = ${ctx.communeId} and id = any(${[...new Set(ids)]}::uuid[]) and merged_into is null`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
