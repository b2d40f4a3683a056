import { defineCommand } from '#platform/commands/command.server.ts';
import { SupportClockInput, urgencies } from '../model.ts';
import { canKeepSupportClock } from '../policy.ts';
import { supportClockOn } from '../queries/clock.server.ts';

/**
 * Sets how many days each urgency has, from today on: a request keeps the days with which it was asked. Tells
 * 'support_clock.kept', or nothing when nothing changes.
 */
export const keepSupportClock = defineCommand({
  name: 'support.keep_clock',
  input: SupportClockInput,
  load: (ctx) => supportClockOn(ctx, ctx.today),
  allow: (actor) => canKeepSupportClock(actor),
  async run(ctx, input, before) {
    if (urgencies.every((urgency) => before[urgency] === input[urgency])) return;
    const id = ctx.id();
    await ctx.tx
      .insertInto('support_clocks')
      .values({
        commune_id: ctx.communeId,
        id,
        urgent_days: input.urgent,
        soon_days: input.soon,
        ordinary_days: input.ordinary,
        valid_from: ctx.today,
        kept_by: ctx.actor.accountId,
        kept_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'support_clock.kept',
      hamletId: null,
      subject: 'support_clock',
      subjectId: id,
      data: { before, after: input },
    });
  },
});
