import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { found, Problem } from '#shared/problem.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { dueOn, ObstacleInput } from '../model.ts';
import { canRaiseObstacle } from '../policy.ts';
import { clockOn } from '../queries/clock.server.ts';
import { insertStep } from './write-step.server.ts';

/**
 * Raises an obstacle or a proposal for a hamlet or the whole commune (R73). Its clock begins on the day on which it was said,
 * also when a phone tells it later. The same id again writes nothing. Tells 'obstacle.raised'. Throws `not_found` for a
 * hamlet in which the actor has no work.
 */
export const raiseObstacle = defineCommand({
  name: 'obstacle.raise',
  input: ObstacleInput,
  async load(ctx, { hamletId }) {
    if (hamletId !== null) {
      found(await findLivingHamlet(ctx, hamletId));
      visible({ hamletId }, (place) => canRaiseObstacle(ctx.actor, place));
    }
    return { hamletId };
  },
  allow: (actor, place) => canRaiseObstacle(actor, place),
  async run(ctx, input, { hamletId }) {
    const id = input.id ?? ctx.id();
    const on = dayOf(ctx.happenedAt);
    const row = {
      commune_id: ctx.communeId,
      id,
      hamlet_id: hamletId,
      kind: input.kind,
      pillar: input.pillar,
      title: input.title,
      description: input.description,
      households: input.households,
      severity: input.severity,
      level: hamletId === null ? ('commune' as const) : ('hamlet' as const),
      state: 'raised' as const,
      state_on: on,
      clock_from: on,
      due_on: dueOn(on, input.severity, await clockOn(ctx, on)),
      answer: null,
      directive: null,
      raised_by: ctx.actor.accountId,
      spoken_by: null,
      raised_on: on,
      steps: 1,
    };
    const written = await ctx.tx
      .insertInto('obstacles')
      .values(row)
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const there = await ctx.tx
        .selectFrom('obstacles')
        .select(['hamlet_id', 'raised_by'])
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (there?.hamlet_id !== hamletId || there.raised_by !== ctx.actor.accountId)
        throw new Problem('duplicate');
      return { id };
    }
    await insertStep(ctx, row, 'raised', null);
    await ctx.emit({
      name: 'obstacle.raised',
      hamletId,
      subject: 'obstacle',
      subjectId: id,
      data: { after: row },
    });
    return { id };
  },
});
