import type { Selectable } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeVisit, type VisitPlace } from '../policy.ts';
import type { VisitTable } from '../tables.ts';
import { survivorOf } from './place.server.ts';

/** One version of a visit with what policies ask about it. */
export interface PlacedVisit extends VisitPlace {
  row: Selectable<VisitTable>;
  /** The household that has the visit now. */
  survivorId: Id;
}

/** A version of a visit by its id; throws `not_found` when there is none that the actor may see. */
export async function getPlacedVisit(ctx: ReadContext, id: Id): Promise<PlacedVisit> {
  const row = await ctx.tx
    .selectFrom('visits')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return visible<PlacedVisit>(undefined, () => false);
  const survivor = await survivorOf(ctx, row.household_id);
  return visible(
    {
      row,
      survivorId: survivor.id,
      hamletId: row.hamlet_id,
      householdHamletId: survivor.hamletId,
      memberId: row.member_id,
      recordedBy: row.recorded_by,
    },
    (visit) => canSeeVisit(ctx.actor, visit),
  );
}
