import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { reportedMoney, type ReportedMoney } from '../model/reported.ts';
import { canSeeBudget } from '../policy.ts';
import { listEstimates } from './estimates.server.ts';
import { yearBook } from './year-book.server.ts';

/** The money of the year in which a period ends, as a report tells it (part K); for who reads the commune's budget, else `not_found`. */
export async function moneyFor(ctx: ReadContext, span: { from: Day; to: Day }): Promise<ReportedMoney> {
  visible(ctx.actor, canSeeBudget);
  const year = Number(span.to.slice(0, 4));
  const estimates = (await listEstimates(ctx, year)).filter(({ state }) => state === 'approved');
  const { spends } = await yearBook(ctx, year);
  const settlements = await ctx.tx
    .selectFrom('budget_settlements')
    .select(['starts_on', 'ends_on', 'state_on'])
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .where('state', '=', 'approved')
    .execute();
  return reportedMoney(
    estimates.map(({ stateOn, total }) => ({ approvedOn: stateOn, total })),
    spends.flatMap(({ state, paidOn, amount }) =>
      state === 'paid' && paidOn !== null ? [{ paidOn, amount }] : [],
    ),
    settlements.map((row) => ({ from: row.starts_on, to: row.ends_on, approvedOn: row.state_on })),
    span,
  );
}
