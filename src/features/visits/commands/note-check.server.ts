import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { VisitCheckResult } from '../model/plausible.ts';

/** Writes down what was found at the door of a visit (R97), in the transaction and by the right of the room above that sent somebody. */
export async function noteVisitCheck(
  ctx: WriteContext,
  visitId: Id,
  result: VisitCheckResult,
): Promise<void> {
  await ctx.tx
    .insertInto('visit_checks')
    .values({
      commune_id: ctx.communeId,
      id: ctx.id(),
      visit_id: visitId,
      result,
      checked_by: ctx.actor.accountId,
      checked_at: ctx.now,
    })
    .execute();
}
