import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, effectiveVisits, withMerged } from '../facts.server.ts';
import { canSeeAllVisits, canSeeVisits } from '../policy.ts';

/** When a team last called at a household, and whether somebody was met. */
export interface LastContact {
  on: Day;
  met: 'someone' | 'nobody';
}

/**
 * The last visit to each of these households, by household; one that was never visited is not in the map, and neither is one
 * whose visits the actor may not see.
 */
export async function lastContacts(
  ctx: ReadContext,
  households: readonly { id: Id; hamletId: Id }[],
): Promise<Map<Id, LastContact>> {
  const ids = households
    .filter((household) => canSeeAllVisits(ctx.actor) || canSeeVisits(ctx.actor, household))
    .map((household) => household.id);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LastContact & { householdId: Id }>`
    select distinct on (v.household_id) v.household_id as "householdId", v.visited_on as "on", v.met
      from ${effectiveVisits(asOfNow(ctx, await withMerged(ctx, ids)))} as v
     order by v.household_id, v.visited_on desc, v.visited_at desc, v.id desc`.execute(ctx.tx);
  return new Map(rows.map(({ householdId, on, met }) => [householdId, { on, met }]));
}
