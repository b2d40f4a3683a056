import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletLives } from '#features/org/queries/hamlet-lives.server.ts';
import { daysLate } from '../model/due.ts';
import type { ReportState } from '../model/report-state.ts';
import { movedBy, type PeriodKey } from '../model/span.ts';
import { ownReportHamlets } from '../policy.ts';
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
  /** Of a thematic or ad-hoc report; null: the report of a period. */
  title: string | null;
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
  /** The month that runs, to look at before it ends; null of a hamlet that has ended. */
  running: { period: PeriodKey; reportId: Id | null } | null;
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
  const calls = calendar.calls.map(({ period }) => period);
  const periods = new Set([
    running,
    ...calls,
    ...asked.flatMap((key) => Array.from({ length: 13 }, (_, back) => movedBy(key, -back))),
  ]);
  const reports = await newestOf(ctx, own, [...periods]);
  return (await hamletLives(ctx))
    .filter((hamlet) => own.includes(hamlet.id))
    .flatMap(({ id, name, to }) => {
      const newest = new Map(
        reports.filter((report) => report.hamletId === id).map((report) => [report.period, report]),
      );
      // A hamlet that has ended is here for as long as the newest period is its own.
      const ofHere = [...asked, ...calls].filter((key) => calendar.asks(key, id));
      if (to !== null && ofHere.length === 0) return [];
      const all = ofHere.map((key): AskedReport => {
        const current = newest.get(key);
        const due = calendar.dueOn(key, id);
        return {
          period: key,
          title: calendar.calls.find(({ period }) => period === key)?.title ?? null,
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
        running: to === null ? { period: running, reportId: newest.get(running)?.id ?? null } : null,
        others: [...newest.values()]
          .filter(({ period }) => !beside.has(period))
          .sort((left, right) => right.endsOn.localeCompare(left.endsOn))
          .map(listed),
      };
    });
}

const isDone = (state: ReportState | undefined) => state === 'accepted' || state === 'locked';

interface ListedReport {
  hamletId: Id;
  id: Id;
  period: PeriodKey;
  endsOn: Day;
  version: number;
  state: ReportState;
  firstSubmittedAt: Date | null;
  dueOn: Day | null;
  note: string | null;
}

/** The newest version of each period, without what it holds: a year of figures and texts is much to read for a list. */
async function newestOf(
  ctx: ReadContext,
  hamletIds: readonly Id[],
  periods: readonly PeriodKey[],
): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`
    select distinct on (hamlet_id, period) hamlet_id as "hamletId", id, period, ends_on as "endsOn", version, state,
           first_submitted_at as "firstSubmittedAt", due_on as "dueOn", decision_note as note
      from reports
     where commune_id = ${ctx.communeId} and kind = 'hamlet' and hamlet_id = any(${[...hamletIds]}::uuid[])
       and period = any(${[...periods]}::text[])
     order by hamlet_id, period, version desc`.execute(ctx.tx);
  return rows;
}

const listed = ({ id, period, version, state, note, dueOn, firstSubmittedAt }: ListedReport): OwnReport => ({
  id,
  period,
  version,
  state,
  daysLate: firstSubmittedAt && dueOn ? daysLate(dueOn, firstSubmittedAt) : null,
  note,
});
