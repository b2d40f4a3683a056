import type { UpdateObject } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { nextState, type ReportAction } from '../model/report-state.ts';
import { getReport, type Report } from '../queries/find-report.server.ts';
import * as words from '../words.ts';

/** A report that the actor may read, its row held until commit: of two people who decide at once, the second sees what the first did. */
export async function holdReport(ctx: ReadContext, id: Id): Promise<Report> {
  await getReport(ctx, id);
  await ctx.tx
    .selectFrom('reports')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getReport(ctx, id);
}

const told: Record<ReportAction, string> = {
  submit: 'report.submitted',
  return: 'report.returned',
  reopen: 'report.reopened',
  accept: 'report.accepted',
  lock: 'report.locked',
  supersede: 'report.superseded',
};

/** Takes a report one step on, with what else changes, and tells it; throws `state.conflict` where the step is not possible. */
export async function changeState(
  ctx: WriteContext,
  report: Report,
  action: ReportAction,
  change: UpdateObject<Tables, 'reports'> = {},
  data: Record<string, unknown> = {},
): Promise<void> {
  const state = nextState(report.state, action);
  if (state === null) throw new Problem('state.conflict', { message: words.cannotNow[action] });
  await ctx.tx
    .updateTable('reports')
    .set({ ...change, state, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', report.id)
    .execute();
  await ctx.emit({
    name: told[action],
    hamletId: report.hamletId,
    subject: 'report',
    subjectId: report.id,
    data: {
      period: report.span.key,
      version: report.version,
      before: { state: report.state },
      after: { state },
      ...data,
    },
  });
}
