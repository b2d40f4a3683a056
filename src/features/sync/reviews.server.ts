import type { WriteContext } from '#platform/commands/command.server.ts';
import type { StaleField } from '#platform/commands/field-command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Operation } from './model/operation.ts';

/** Keeps what a phone told beside what stands, for somebody who knows the people to decide (law 7). */
export async function keepForReview(
  ctx: WriteContext,
  operation: Operation,
  subject: { kind: 'household' | 'resident'; id: Id },
  fields: readonly StaleField[],
): Promise<void> {
  const householdId =
    subject.kind === 'household'
      ? subject.id
      : (
          await ctx.tx
            .selectFrom('residents')
            .select('household_id')
            .where('commune_id', '=', ctx.communeId)
            .where('id', '=', subject.id)
            .executeTakeFirstOrThrow()
        ).household_id;
  const { hamlet_id: hamletId } = await ctx.tx
    .selectFrom('households')
    .select('hamlet_id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', householdId)
    .executeTakeFirstOrThrow();
  await ctx.tx
    .insertInto('sync_reviews')
    .values(
      fields.map((stale) => ({
        commune_id: ctx.communeId,
        id: ctx.id(),
        op_id: operation.opId,
        hamlet_id: hamletId,
        household_id: householdId,
        subject: subject.kind,
        subject_id: subject.id,
        field: stale.field,
        told: JSON.stringify(stale.told),
        stood: JSON.stringify(stale.stands),
        told_by: ctx.actor.accountId,
        told_at: ctx.happenedAt,
        created_at: ctx.now,
        decided_at: null,
        decided_by: null,
        decision: null,
      })),
    )
    .execute();
}
