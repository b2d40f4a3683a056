import type { WriteContext } from '#platform/commands/command.server.ts';
import { addDays, endOf } from '#shared/calendar.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { paceDays } from './figures.ts';
import { countAsOf } from './queries/figures-as-of.server.ts';

/** Counts how we stood eight weeks ago (or at the plan's beginning, when that is later), from which the pace is taken. */
export async function keepBaseline(ctx: WriteContext): Promise<void> {
  await ctx.tx.deleteFrom('target_baselines').where('commune_id', '=', ctx.communeId).execute();
  const plan = await findPlan(ctx);
  if (!plan) return;
  const wanted = addDays(ctx.today, -paceDays);
  const day = wanted < plan.startsOn ? plan.startsOn : wanted;
  // By the day of the work, not by when it was written down: a list typed in late is no burst of work. Today's register.
  const counted = await countAsOf(ctx, {
    hamletId: null,
    day,
    cutoffAt: ctx.now > endOf(day) ? ctx.now : endOf(day),
    hamletsOf: ctx.today,
  });
  const rows = (counted?.targets ?? []).flatMap(({ definition, hamlets }) =>
    hamlets.map(({ id, figure }) => ({
      commune_id: ctx.communeId,
      hamlet_id: id,
      target: definition.code,
      counted_on: day,
      reached: figure.reached,
    })),
  );
  if (rows.length > 0) await ctx.tx.insertInto('target_baselines').values(rows).execute();
}
