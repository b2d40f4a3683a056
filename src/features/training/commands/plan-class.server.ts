import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { ClassInput } from '../model/training-class.ts';
import { canOpenTraining, canPlanClass, canProposeClass, canSeeClass } from '../policy.ts';
import { classRow, writeTopics } from './write-class.server.ts';

/**
 * Enters a class: planned by who plans classes, a proposal by a hamlet's leader or head (domain/03 §7.2). The same id again
 * writes nothing. Tells 'class.planned' or 'class.proposed'. Throws `not_found` for a hamlet that the actor may not see.
 */
export const planClass = defineCommand({
  name: 'class.plan',
  input: ClassInput,
  async load(ctx, input) {
    visible(ctx.actor, canOpenTraining);
    if (input.hamletId !== null) found(await findLivingHamlet(ctx, input.hamletId));
    const place = { hamletId: input.hamletId, createdBy: ctx.actor.accountId };
    return visible(place, (one) => canSeeClass(ctx.actor, one));
  },
  allow: (actor, place) => canPlanClass(actor) || canProposeClass(actor, place),
  async run(ctx, input, { hamletId }) {
    const id = input.id ?? ctx.id();
    const known = await ctx.tx
      .selectFrom('training_classes')
      .select(['created_by', 'hamlet_id'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (known?.created_by === ctx.actor.accountId && known.hamlet_id === hamletId) return { id };
    if (known) throw new Problem('duplicate');
    const { row, topicIds } = await classRow(ctx, input, hamletId, { topicIds: [], rollMemberId: null });
    const state = canPlanClass(ctx.actor) ? ('planned' as const) : ('proposed' as const);
    const written = await ctx.tx
      .insertInto('training_classes')
      .values({
        commune_id: ctx.communeId,
        id,
        ...row,
        state,
        state_at: ctx.now,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return { id };
    await writeTopics(ctx, id, topicIds);
    await ctx.emit({
      name: state === 'planned' ? 'class.planned' : 'class.proposed',
      hamletId,
      subject: 'class',
      subjectId: id,
      data: { after: { ...row, state, topicIds } },
    });
    return { id };
  },
});
