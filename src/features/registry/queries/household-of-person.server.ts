import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeHousehold } from '../policy.ts';

/** In whose household a person is; `not_found` when there is no such person or the actor may not see the household. */
export async function householdOfPerson(ctx: ReadContext, residentId: Id): Promise<Id> {
  const row = await ctx.tx
    .selectFrom('residents as r')
    .innerJoin('households as h', (join) =>
      join.onRef('h.id', '=', 'r.household_id').on('h.commune_id', '=', ctx.communeId),
    )
    .select(['h.id', 'h.hamlet_id'])
    .where('r.commune_id', '=', ctx.communeId)
    .where('r.id', '=', residentId)
    .executeTakeFirst();
  return visible(row, (found) => canSeeHousehold(ctx.actor, { hamletId: found.hamlet_id })).id;
}
