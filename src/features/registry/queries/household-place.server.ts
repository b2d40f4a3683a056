import type { ReadContext } from '#platform/commands/command.server.ts';
import { visible } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeHousehold, type HouseholdPlace } from '../policy.ts';

/** A household as other features need it to decide and to write: where it is and whether it lives. */
export interface PlacedHousehold extends HouseholdPlace {
  id: Id;
  headName: string;
  state: 'living' | 'away' | 'moved_out' | 'dissolved';
}

/** The household's place; throws `not_found` when there is none that the actor may see. */
export async function getHouseholdPlace(ctx: ReadContext, id: Id): Promise<PlacedHousehold> {
  const row = await ctx.tx
    .selectFrom('households')
    .select(['id', 'hamlet_id', 'responsible_member_id', 'head_name', 'state'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst();
  const household = row && {
    id: row.id,
    hamletId: row.hamlet_id,
    responsibleMemberId: row.responsible_member_id,
    headName: row.head_name,
    state: row.state,
  };
  return visible(household, (place) => canSeeHousehold(ctx.actor, place));
}
