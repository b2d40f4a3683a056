import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { addMonths, endOf, lastDayOf, monthOf, type Month } from '#shared/calendar.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { noFigure } from './figures.ts';
import { countAsOf } from './queries/figures-as-of.server.ts';

/** Counts the finished months of the plan that were not counted yet (`target_months`); a new installation counts them all. */
export async function keepMonths(ctx: WriteContext): Promise<void> {
  const before = addMonths(monthOf(ctx.today), -1);
  // Of the plan that was in force then: in January the old plan still gets its December.
  const plan = await findPlan(ctx, lastDayOf(before));
  if (!plan) return;
  const end = monthOf(plan.endsOn);
  const last = before < end ? before : end;
  const first = monthOf(plan.startsOn);
  const counted = await countedMonths(ctx, first);
  for (let month = first; month <= last; month = addMonths(month, 1))
    if (!counted.has(month)) await keepMonth(ctx, month);
}

async function countedMonths(ctx: ReadContext, from: Month): Promise<Set<Month>> {
  const rows = await ctx.tx
    .selectFrom('target_months')
    .select('month')
    .distinct()
    .where('commune_id', '=', ctx.communeId)
    .where('month', '>=', from)
    .execute();
  return new Set(rows.map((row) => row.month));
}

async function keepMonth(ctx: WriteContext, month: Month): Promise<void> {
  const day = lastDayOf(month);
  const counted = await countAsOf(ctx, { hamletId: null, day, cutoffAt: endOf(day) });
  const hamlets = await ctx.tx
    .selectFrom('hamlets')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .execute();
  // A hamlet of which nothing was known has its row of noughts: the month is counted, and not counted again.
  const rows = (counted?.targets ?? []).flatMap((target) => {
    const figures = new Map(target.hamlets.map(({ id, figure }) => [id, figure]));
    return hamlets.map(({ id }) => ({
      commune_id: ctx.communeId,
      month,
      hamlet_id: id,
      target: target.definition.code,
      ...(figures.get(id) ?? noFigure),
    }));
  });
  if (rows.length === 0) return;
  await ctx.tx
    .insertInto('target_months')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
