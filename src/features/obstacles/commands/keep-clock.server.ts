import { defineCommand } from '#platform/commands/command.server.ts';
import { ClockInput } from '../model.ts';
import { canKeepClock } from '../policy.ts';
import { clockOn } from '../queries/clock.server.ts';

/**
 * Sets how many days each severity has, from today on: an obstacle keeps the days with which its clock began. Tells
 * 'obstacle_clock.kept', or nothing when nothing changes.
 */
export const keepClock = defineCommand({
  name: 'obstacle.keep_clock',
  input: ClockInput,
  load: (ctx) => clockOn(ctx, ctx.today),
  allow: (actor) => canKeepClock(actor),
  async run(ctx, input, before) {
    if (JSON.stringify(before) === JSON.stringify({ ...before, ...input })) return;
    const id = ctx.id();
    await ctx.tx
      .insertInto('obstacle_clocks')
      .values({
        commune_id: ctx.communeId,
        id,
        severe_days: input.severe,
        moderate_days: input.moderate,
        minor_days: input.minor,
        valid_from: ctx.today,
        kept_by: ctx.actor.accountId,
        kept_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'obstacle_clock.kept',
      hamletId: null,
      subject: 'obstacle_clock',
      subjectId: id,
      data: { before, after: input },
    });
  },
});
