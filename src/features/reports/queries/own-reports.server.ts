import type { ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { daysLate } from '../model/due.ts';
import type { ReportState } from '../model/report-state.ts';
import { movedBy, type PeriodKey } from '../model/span.ts';
import { ownReportHamlets } from '../policy.ts';
import { reportsOf, type Report } from './find-report.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

/** A period's report of a hamlet in a list: its newest version. */
export interface OwnReport {
  id: Id;
  period: PeriodKey;
  version: number;
  state: ReportState;
  /** Null while it was never sent. */
  daysLate: number | null;
  note: string | null;
}

/** A report that is asked for: that of the period which ended last. */
export interface AskedReport {
  period: PeriodKey;
  dueOn: Day;
  /** Why the due day was put off for this hamlet; null: it was not. */
  extended: string | null;
  /** Days until the due day; negative when it is over. */
  daysLeft: number;
  current: OwnReport | null;
}

/** What the leaders of a hamlet have to do about reports. */
export interface OwnHamlet {
  hamletId: Id;
  name: string;
  /** The month first; then the quarter, half-year or year, where the plan asks for it and it was not sent. */
  asked: AskedReport[];
  /** The month that runs, to look at before it ends. */
  running: { period: PeriodKey; reportId: Id | null };
  /** Others, newest period first. */
  others: OwnReport[];
}

/** The hamlets whose reports the actor writes or sends, each with what is due and the reports of the year before it. */
export async function ownReports(ctx: ReadContext): Promise<OwnHamlet[]> {
  const own = ownReportHamlets(ctx.actor);
  if (own.length === 0) return [];
  const calendar = await reportCalendar(ctx);
  const running = calendar.running('month');
  const asked = calendar.kinds.map((kind) => calendar.toReport(kind));
  const periods = new Set([
    running,
    ...asked.flatMap((key) => Array.from({ length: 13 }, (_, back) => movedBy(key, -back))),
  ]);
  const reports = await reportsOf(ctx, [...periods]);
  return (await listHamlets(ctx))
    .filter((hamlet) => own.includes(hamlet.id))
    .map(({ id, name }) => {
      const newest = new Map<PeriodKey, Report>();
      for (const report of reports)
        if (report.hamletId === id && !newest.has(report.span.key)) newest.set(report.span.key, report);
      const all = asked.map((key): AskedReport => {
        const current = newest.get(key);
        const due = calendar.dueOn(key, id);
        return {
          period: key,
          dueOn: due,
          extended: calendar.extensionOf(key, id)?.reason ?? null,
          daysLeft: daysBetween(ctx.today, due),
          current: current ? listed(current) : null,
        };
      });
      const shown = all.filter((one, index) => index === 0 || !isDone(one.current?.state));
      const beside = new Set([running, ...shown.map((one) => one.period)]);
      return {
        hamletId: id,
        name,
        asked: shown,
        running: { period: running, reportId: newest.get(running)?.id ?? null },
        others: [...newest.values()]
          .filter(({ span }) => !beside.has(span.key))
          .sort((left, right) => right.span.to.localeCompare(left.span.to))
          .map(listed),
      };
    });
}

const isDone = (state: ReportState | undefined) => state === 'accepted' || state === 'locked';

const listed = (report: Report): OwnReport => ({
  id: report.id,
  period: report.span.key,
  version: report.version,
  state: report.state,
  daysLate: report.firstSubmittedAt && report.dueOn ? daysLate(report.dueOn, report.firstSubmittedAt) : null,
  note: report.decisionNote,
});
