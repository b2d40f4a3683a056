import type { UpdateObject } from 'kysely';
import { visible, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../commune-words.ts';
import { nextCommuneState, type CommuneAction } from '../model/commune-state.ts';
import { canSeeCommuneSum } from '../policy.ts';
import { getCommuneReport, type CommuneReport } from '../queries/find-commune-report.server.ts';

/** A report that the actor works with, its row held until commit: of two who decide at once, the second sees what the first did. */
export async function holdCommuneReport(ctx: ReadContext, reportId: Id): Promise<CommuneReport> {
  visible(ctx.actor, canSeeCommuneSum);
  await ctx.tx
    .selectFrom('commune_reports')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', reportId)
    .forUpdate()
    .execute();
  return getCommuneReport(ctx, reportId);
}

const told: Record<CommuneAction, string> = {
  approve_office: 'commune_report.approved_by_office',
  approve_leader: 'commune_report.approved_by_leader',
  return: 'commune_report.returned',
  number: 'commune_report.numbered',
  issue: 'commune_report.issued',
  archive: 'commune_report.archived',
  supersede: 'commune_report.superseded',
};

/** Takes a report one step on, with what else changes, and tells it; throws `state.conflict` where the step is not possible. */
export async function changeCommuneState(
  ctx: WriteContext,
  report: CommuneReport,
  action: CommuneAction,
  change: UpdateObject<Tables, 'commune_reports'> = {},
  data: Record<string, unknown> = {},
): Promise<void> {
  const state = nextCommuneState(report.state, action);
  if (state === null) throw new Problem('state.conflict', { message: words.cannotNow[action] });
  await ctx.tx
    .updateTable('commune_reports')
    .set({ ...change, state, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', report.id)
    .execute();
  await ctx.emit({
    name: told[action],
    hamletId: null,
    subject: 'commune_report',
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
