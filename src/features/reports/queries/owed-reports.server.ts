import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import { owesReport, type OwedReport } from '../model/reminder.ts';
import { ownReportHamlets } from '../policy.ts';
import { boardCells } from './board-cells.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

/** How long after the due day a report is still spoken of (days): until the next one takes its place. */
const spokenOf = 31;

/**
 * What the hamlets of which the actor writes or sends reports owe: of every kind the period that ended last, and what was asked for
 * besides. Says the same all day and until something changes, so that a phone can keep it and count the days itself.
 */
export async function owedReports(ctx: ReadContext): Promise<OwedReport[]> {
  const own = ownReportHamlets(ctx.actor);
  if (own.length === 0) return [];
  const calendar = await reportCalendar(ctx);
  const periods = [
    ...calendar.kinds.map((kind) => calendar.toReport(kind)).filter((key) => calendar.isOwed(key)),
    ...calendar.calls.map(({ period }) => period),
  ];
  const cells = await boardCells(ctx, calendar, own, periods);
  return [...cells.values()]
    .flat()
    .filter((cell) => owesReport(cell) && addDays(cell.dueOn, spokenOf) >= ctx.today)
    .map(({ hamletId, period, dueOn, daysLate }) => ({
      hamletId,
      period,
      dueOn,
      isReturned: daysLate !== null,
    }));
}
