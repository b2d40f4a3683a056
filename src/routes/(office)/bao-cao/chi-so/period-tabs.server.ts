import { notFound } from '#shared/problem.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { isPeriodKey, kindOf, movedBy, type PeriodKey, type Span } from '#features/reports/model/span.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { board } from '../words.ts';

/** The period that `?ky=2026-10` names, the month that is due now without it, and the six newest of its kind as tabs. */
export async function chosenPeriod(
  ctx: ReadContext,
  url: URL,
): Promise<{ period: PeriodKey; span: Span; tabs: { label: string; href: string; current: boolean }[] }> {
  const calendar = await reportCalendar(ctx);
  const period = url.searchParams.get('ky') ?? calendar.toReport('month');
  const kind = isPeriodKey(period) ? kindOf(period) : 'asked';
  if (kind === 'asked' || calendar.spanOf(period).from > ctx.today) throw notFound();
  const newest = calendar.toReport(kind);
  return {
    period,
    span: calendar.spanOf(period),
    tabs: Array.from({ length: 6 }, (_, index) => movedBy(newest, index - 5)).map((one) => ({
      label: board.column(one),
      href: `${url.pathname}?ky=${one}`,
      current: one === period,
    })),
  };
}
