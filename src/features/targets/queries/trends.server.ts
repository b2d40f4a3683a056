import type { ReadContext } from '#platform/commands/command.server.ts';
import { addMonths, lastDayOf, monthOf, type Day, type Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { addFigures, noFigure, type Figure, type PlanSpan } from '../figures.ts';
import { canSeeFigures } from '../policy.ts';

/** One value of a target's curve. */
export interface TrendPoint {
  month: Month;
  /** The month's last day; today in the running month. */
  day: Day;
  /** As it was known at the end of that day; null when it was not counted. */
  figure: Figure | null;
}

/**
 * Every target of the plan month by month, in the unit of the target: finished months as they were known when they ended
 * (P14), the running one as it is now. For some hamlets together, or the commune (null). By the target's code.
 * Throws `not_found` unless the actor may see the figures of all of them.
 */
export async function trends(
  ctx: ReadContext,
  hamletIds: readonly Id[] | null,
): Promise<ReadonlyMap<string, TrendPoint[]>> {
  const seen = hamletIds === null ? canSeeFigures(ctx.actor, null) : hamletIds.length > 0;
  if (!seen || hamletIds?.some((id) => !canSeeFigures(ctx.actor, id))) throw notFound();
  const plan = await findPlan(ctx);
  if (!plan) return new Map();
  const months = monthsOf(plan, ctx.today);
  const running = monthOf(ctx.today);
  const counts = [
    ...(await finishedCounts(ctx, months, hamletIds)),
    ...(await liveCounts(ctx, running, hamletIds)),
  ];
  const sums = new Map<string, Figure>();
  for (const { month, target, population, reached, unknown, uncertain } of counts) {
    const key = `${month} ${target}`;
    sums.set(key, addFigures(sums.get(key) ?? noFigure, { population, reached, unknown, uncertain }));
  }
  const point = (target: string, month: Month): TrendPoint => ({
    month,
    day: month === running ? ctx.today : lastDayOf(month),
    figure: sums.get(`${month} ${target}`) ?? null,
  });
  const targets = [...new Set(counts.map((count) => count.target))];
  return new Map(targets.map((target) => [target, months.map((month) => point(target, month))]));
}

/** The months of a plan that have begun. */
function monthsOf(plan: PlanSpan, today: Day): Month[] {
  const last = monthOf(today < plan.endsOn ? today : plan.endsOn);
  const months: Month[] = [];
  for (let month = monthOf(plan.startsOn); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

async function finishedCounts(ctx: ReadContext, months: readonly Month[], hamletIds: readonly Id[] | null) {
  if (months.length === 0) return [];
  return ctx.tx
    .selectFrom('target_months')
    .select(['month', 'target', 'population', 'reached', 'unknown', 'uncertain'])
    .where('commune_id', '=', ctx.communeId)
    .where('month', 'in', months)
    .$if(hamletIds !== null, (query) => query.where('hamlet_id', 'in', hamletIds ?? []))
    .execute();
}

async function liveCounts(ctx: ReadContext, month: Month, hamletIds: readonly Id[] | null) {
  const rows = await ctx.tx
    .selectFrom('target_counters')
    .select(['target', 'population', 'reached', 'unknown', 'uncertain'])
    .where('commune_id', '=', ctx.communeId)
    .$if(hamletIds !== null, (query) => query.where('hamlet_id', 'in', hamletIds ?? []))
    .execute();
  // 'T5/from15' is a figure beside T5, not a target.
  return rows.filter((row) => !row.target.includes('/')).map((row) => ({ month, ...row }));
}
