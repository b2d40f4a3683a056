import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, effectiveVisits, withMerged } from '../facts.server.ts';
import { checkHamlet } from './place.server.ts';

/** A household whose next step is due. */
export interface NextStep {
  visitId: Id;
  householdId: Id;
  headName: string;
  nextStep: string | null;
  nextOn: Day;
}

/**
 * Next steps of a hamlet's households that are due by a day, earliest first: what the last visit that met somebody agreed
 * on. Throws `not_found` for a hamlet whose visits the actor may not see.
 */
export async function listNextSteps(ctx: ReadContext, hamletId: Id, until: Day): Promise<NextStep[]> {
  await checkHamlet(ctx, hamletId);
  const households = await ctx.tx
    .selectFrom('households')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('merged_into', 'is', null)
    .where('state', 'in', ['living', 'away'])
    .execute();
  const among = await withMerged(
    ctx,
    households.map((household) => household.id),
  );
  const { rows } = await sql<NextStep>`
    select last.id as "visitId", last.household_id as "householdId", h.head_name as "headName",
           written.next_step as "nextStep", last.next_on as "nextOn"
      from (select distinct on (v.household_id) v.id, v.household_id, v.next_on
              from ${effectiveVisits(asOfNow(ctx, among))} as v
             where v.met = 'someone'
             order by v.household_id, v.visited_on desc, v.visited_at desc, v.id desc) as last
      join households as h on h.commune_id = ${ctx.communeId} and h.id = last.household_id
      join visits as written on written.commune_id = ${ctx.communeId} and written.id = last.id
     where last.next_on <= ${until}
     order by last.next_on, last.household_id
     limit 500`.execute(ctx.tx);
  return rows;
}
