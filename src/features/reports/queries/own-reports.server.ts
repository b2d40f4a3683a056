import type { ReadContext } from '#platform/commands/command.server.ts';
import { addMonths, daysBetween, type Day, type Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { daysLate, dueOn, monthToReport } from '../model/period.ts';
import type { ReportState } from '../model/report-state.ts';
import { ownReportHamlets } from '../policy.ts';
import { reportsBetween, type Report } from './find-report.server.ts';
import { dueDayOf } from './report-content.server.ts';

/** A month's report of a hamlet in a list: its newest version. */
export interface OwnReport {
  id: Id;
  month: Month;
  version: number;
  state: ReportState;
  /** Null while it was never sent. */
  daysLate: number | null;
  note: string | null;
}

/** What the leaders of a hamlet have to do about reports. */
export interface OwnHamlet {
  hamletId: Id;
  name: string;
  /** The month whose report is asked for now. */
  month: Month;
  dueOn: Day;
  /** Days until the due day; negative when it is over. */
  daysLeft: number;
  current: OwnReport | null;
  /** Others, newest month first. */
  others: OwnReport[];
}

/** The hamlets whose reports the actor writes or sends, each with the month that is due and those of the year before it. */
export async function ownReports(ctx: ReadContext): Promise<OwnHamlet[]> {
  const own = ownReportHamlets(ctx.actor);
  if (own.length === 0) return [];
  const month = monthToReport(ctx.today);
  const due = dueOn(month, await dueDayOf(ctx, month));
  const reports = await reportsBetween(ctx, addMonths(month, -12), addMonths(month, 1));
  return (await listHamlets(ctx))
    .filter((hamlet) => own.includes(hamlet.id))
    .map(({ id, name }) => {
      const newest = new Map<Month, Report>();
      for (const report of reports)
        if (report.hamletId === id && !newest.has(report.month)) newest.set(report.month, report);
      const current = newest.get(month);
      return {
        hamletId: id,
        name,
        month,
        dueOn: due,
        daysLeft: daysBetween(ctx.today, due),
        current: current ? listed(current) : null,
        others: [...newest.values()]
          .filter((report) => report.month !== month)
          .sort((left, right) => right.month.localeCompare(left.month))
          .map(listed),
      };
    });
}

const listed = (report: Report): OwnReport => ({
  id: report.id,
  month: report.month,
  version: report.version,
  state: report.state,
  daysLate:
    report.firstSubmittedAt && report.dueOn
      ? daysLate(report.month, Number(report.dueOn.slice(8)), report.firstSubmittedAt)
      : null,
  note: report.decisionNote,
});
