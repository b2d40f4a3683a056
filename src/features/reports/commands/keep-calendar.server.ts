import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { DayInput, DayOffInput, ExtensionInput } from '../model/inputs.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import * as words from '../words.ts';

const forKeepers = async (ctx: ReadContext) => visible(ctx.actor, canKeepPlan);

/**
 * Puts the due day of a period off, for one hamlet or for all, with the reason that everybody reads. It lengthens only; what
 * was sent before keeps the day that counted then. Throws `input.invalid` for a day that is no later than the one that holds.
 */
export const extendDueDay = defineCommand({
  name: 'report.extend',
  input: ExtensionInput,
  load: async (ctx, { hamletId }) => {
    await forKeepers(ctx);
    return hamletId === null ? null : found(await findHamlet(ctx, hamletId));
  },
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, input, hamlet) => {
    const before = (await reportCalendar(ctx)).dueOn(input.period, input.hamletId);
    if (input.dueOn <= before)
      throw new Problem('input.invalid', { fields: { dueOn: words.notLater(before) } });
    const id = ctx.id();
    await ctx.tx
      .insertInto('report_extensions')
      .values({
        commune_id: ctx.communeId,
        id,
        period: input.period,
        hamlet_id: input.hamletId,
        due_on: input.dueOn,
        reason: input.reason,
        granted_by: ctx.actor.accountId,
        granted_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'report.extended',
      hamletId: hamlet?.id ?? null,
      subject: 'report_extension',
      subjectId: id,
      data: { period: input.period, before, after: input.dueOn, reason: input.reason },
    });
  },
});

/** Writes a holiday down, or a weekend that is worked in exchange; a day that is there is changed. */
export const keepDayOff = defineCommand({
  name: 'day_off.keep',
  input: DayOffInput,
  load: forKeepers,
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, { day, kind, name }) => {
    await ctx.tx
      .insertInto('days_off')
      .values({ commune_id: ctx.communeId, day, kind, name })
      .onConflict((conflict) => conflict.columns(['commune_id', 'day']).doUpdateSet({ kind, name }))
      .execute();
    await ctx.emit({
      name: 'day_off.kept',
      hamletId: null,
      subject: 'day_off',
      subjectId: ctx.id(),
      data: { day, kind, name },
    });
  },
});

/** Takes a day from the list; `not_found` when it is not there. */
export const dropDayOff = defineCommand({
  name: 'day_off.drop',
  input: DayInput,
  load: async (ctx, { day }) => {
    await forKeepers(ctx);
    return found(
      await ctx.tx
        .selectFrom('days_off')
        .selectAll()
        .where('commune_id', '=', ctx.communeId)
        .where('day', '=', day)
        .executeTakeFirst(),
    );
  },
  allow: (actor) => canKeepPlan(actor),
  run: async (ctx, { day }, before) => {
    await ctx.tx
      .deleteFrom('days_off')
      .where('commune_id', '=', ctx.communeId)
      .where('day', '=', day)
      .execute();
    await ctx.emit({
      name: 'day_off.dropped',
      hamletId: null,
      subject: 'day_off',
      subjectId: ctx.id(),
      data: { day, kind: before.kind, name: before.name },
    });
  },
});
