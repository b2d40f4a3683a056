import { sql } from 'kysely';
import * as z from 'zod/mini';
import {
  callCommand,
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { chooseOne } from '#shared/words.ts';
import { canReview } from '../policy.ts';
import type { SyncReviewTable } from '../tables.ts';

type Review = SyncReviewTable & { place: Id };

/** The review, locked, with the hamlet where the person lives now; `not_found` when the actor does not keep that hamlet. */
async function lockReview(ctx: ReadContext, reviewId: Id): Promise<Review> {
  const { rows } = await sql<Review>`
    select v.*, coalesce(h.hamlet_id, v.hamlet_id) as place from sync_reviews as v
      left join residents as r on r.commune_id = ${ctx.communeId} and r.id = v.subject_id and v.subject = 'resident'
      left join households as h on h.commune_id = ${ctx.communeId} and h.id = coalesce(r.household_id, v.household_id)
     where v.commune_id = ${ctx.communeId} and v.id = ${reviewId}
       for update of v`.execute(ctx.tx);
  return visible(rows[0], (review) => canReview(ctx.actor, review.place));
}

/**
 * Decides between what a phone told about a person and what stands in the register (sync law 7): 'told' corrects the register
 * as the actor's own correction, 'stood' leaves it. Tells 'review.decided'. Throws `state.conflict` when somebody has decided,
 * and for 'told' also when the person was merged or withdrawn meanwhile.
 */
export const decideReview = defineCommand({
  name: 'review.decide',
  input: z.object({ reviewId: id, decision: z.enum(['told', 'stood'], chooseOne) }),
  load: (ctx, input) => lockReview(ctx, input.reviewId),
  allow: (actor, review) => canReview(actor, review.place),
  async run(ctx, input, review) {
    if (review.decided_at !== null) throw new Problem('state.conflict');
    if (input.decision === 'told') await writeTold(ctx, review);
    await ctx.tx
      .updateTable('sync_reviews')
      .set({ decided_at: ctx.now, decided_by: ctx.actor.accountId, decision: input.decision })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', review.id)
      .execute();
    await ctx.emit({
      name: 'review.decided',
      hamletId: review.place,
      subject: review.subject,
      subjectId: review.subject_id,
      data: { reviewId: review.id, field: review.field, decision: input.decision, toldBy: review.told_by },
    });
  },
});

/** Through the register's own command, which asks its own policy. Who is no longer there is a conflict, not a wrong address. */
async function writeTold(ctx: WriteContext, review: Review): Promise<void> {
  const told = { [review.field]: review.told };
  try {
    if (review.subject === 'resident')
      await callCommand(ctx, correctResident, { ...told, residentId: review.subject_id });
    else await callCommand(ctx, correctHousehold, { ...told, householdId: review.subject_id });
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') throw new Problem('state.conflict');
    throw error;
  }
}
