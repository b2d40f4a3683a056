import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { hamletLives } from '#features/org/queries/hamlet-lives.server.ts';
import type { ReportContent } from '../model/content.ts';
import { isGrave, warningsOf, type ReportWarning } from '../model/warnings.ts';
import type { PeriodKey } from '../model/span.ts';
import { canDecideReport } from '../policy.ts';
import { getReport } from './find-report.server.ts';
import { workPattern } from './work-pattern.server.ts';

/** A report that waits for its reader, with what is to be looked into. */
export interface WaitingReport {
  id: Id;
  period: PeriodKey;
  hamlet: string;
  daysLate: number;
  /** What must be looked into before it is received. */
  flags: ReportWarning[];
  /** Work of its days was written down after it was sent. */
  mayDiffer: boolean;
  /** Figures that asked for a word, and got one or not. */
  explained: number;
  unexplained: number;
}

/**
 * The hamlets' reports that were sent and wait for the actor's decision, the oldest period first: what is flagged is read, the rest
 * can be received at once. Throws `not_found` for who decides about none.
 */
export async function waitingReports(ctx: ReadContext): Promise<WaitingReport[]> {
  // One's own reports are not among them, whatever office one holds as well.
  if (!canDecideReport(ctx.actor, { submittedBy: null })) throw notFound();
  const reports: WaitingReport[] = [];
  for (const row of await waitingRows(ctx)) {
    const report = await getReport(ctx, row.id);
    const content = report.snapshot;
    if (!content || !canDecideReport(ctx.actor, report)) continue;
    reports.push({
      id: report.id,
      period: report.span.key,
      hamlet: content.hamlet.name,
      daysLate: content.daysLate,
      flags: await flagsOf(ctx, report, content),
      mayDiffer: row.may_differ,
      explained: content.explanations?.filter(({ text }) => text !== null).length ?? 0,
      unexplained: content.explanations?.filter(({ text }) => text === null).length ?? 0,
    });
  }
  const order = new Map((await hamletLives(ctx)).map((hamlet, index) => [hamlet.name, index]));
  return reports.sort(
    (left, right) =>
      left.period.localeCompare(right.period) ||
      (order.get(left.hamlet) ?? 0) - (order.get(right.hamlet) ?? 0),
  );
}

async function flagsOf(
  ctx: ReadContext,
  { hamletId, span }: Awaited<ReturnType<typeof getReport>>,
  content: ReportContent,
): Promise<ReportWarning[]> {
  const cutoffAt = new Date(content.cutoffAt);
  return warningsOf(content, await workPattern(ctx, { hamletId, span, cutoffAt })).filter(isGrave);
}

async function waitingRows(ctx: ReadContext): Promise<{ id: Id; may_differ: boolean }[]> {
  const { rows } = await sql<{ id: Id; may_differ: boolean }>`
    select r.id, exists (
             select 1 from visits as v
              where v.commune_id = ${ctx.communeId} and v.hamlet_id = r.hamlet_id and v.recorded_at > r.cutoff_at
                and v.visited_on between r.starts_on and r.ends_on) as may_differ
      from reports as r
     where r.commune_id = ${ctx.communeId} and r.kind = 'hamlet' and r.state = 'submitted'
     order by r.ends_on, r.id`.execute(ctx.tx);
  return rows;
}
