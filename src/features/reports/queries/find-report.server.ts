import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Narrative, ReportContent } from '../model/content.ts';
import type { ReportState } from '../model/report-state.ts';
import { kindOf, type PeriodKey, type Span } from '../model/span.ts';
import { canReadReport } from '../policy.ts';

/** A version of a hamlet's report of a period. */
export interface Report {
  id: Id;
  hamletId: Id;
  /** The period with the days that it had when the report was opened. */
  span: Span;
  version: number;
  templateId: Id;
  state: ReportState;
  narrative: Narrative;
  /** What was sent; null until then. */
  snapshot: ReportContent | null;
  cutoffAt: Date | null;
  submittedBy: Id | null;
  submittedAt: Date | null;
  firstSubmittedAt: Date | null;
  dueOn: Day | null;
  decidedBy: Id | null;
  decidedAt: Date | null;
  decisionNote: string | null;
}

/** A report that the actor may read; else `not_found`. */
export async function getReport(ctx: ReadContext, id: Id): Promise<Report> {
  const row = await hamletReports(ctx).where('id', '=', id).executeTakeFirst();
  return visible(row && toReport(row), (report) => canReadReport(ctx.actor, report));
}

/** All versions of a hamlet's period, newest first. Asks no permission. */
export async function versionsOf(ctx: ReadContext, hamletId: Id, period: PeriodKey): Promise<Report[]> {
  const rows = await hamletReports(ctx)
    .where('hamlet_id', '=', hamletId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport);
}

/** All versions of all hamlets of these periods, newest first. Asks no permission. */
export async function reportsOf(ctx: ReadContext, periods: readonly PeriodKey[]): Promise<Report[]> {
  if (periods.length === 0) return [];
  const rows = await hamletReports(ctx)
    .where('period', 'in', [...periods])
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport);
}

function hamletReports(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('reports')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', 'hamlet');
}

type ReportRow = NonNullable<Awaited<ReturnType<ReturnType<typeof hamletReports>['executeTakeFirst']>>>;

function toReport(row: ReportRow): Report {
  return {
    id: row.id,
    hamletId: row.hamlet_id ?? '',
    span: {
      key: row.period,
      kind: kindOf(row.period),
      // Days that were asked about begin on any day.
      closing: kindOf(row.period) !== 'asked' && row.starts_on.endsWith('-15') ? 'fourteenth' : 'calendar',
      from: row.starts_on,
      to: row.ends_on,
    },
    version: row.version,
    templateId: row.template_id,
    state: row.state,
    // Written by this room's commands only, in these shapes.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    narrative: row.narrative as Narrative,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    snapshot: row.snapshot as ReportContent | null,
    cutoffAt: row.cutoff_at,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    firstSubmittedAt: row.first_submitted_at,
    dueOn: row.due_on,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionNote: row.decision_note,
  };
}
