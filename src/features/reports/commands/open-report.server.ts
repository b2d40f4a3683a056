import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { OpenReportInput, ReportInput } from '../model/inputs.ts';
import { isInForce } from '../model/report-state.ts';
import { canDraftReport } from '../policy.ts';
import { getReport, versionsOf, type Report } from '../queries/find-report.server.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { callOf } from '../queries/report-calls.server.ts';
import { templateFor } from '../queries/templates.server.ts';
import { call as callWords } from '../call-words.ts';
import * as words from '../words.ts';

/**
 * Opens the report of a hamlet and period (W15) and returns its id; when there is one, its newest version. A draft's figures
 * are live until it is sent. Throws `input.invalid` for a period that has not begun.
 */
export const openReport = defineCommand({
  name: 'report.open',
  input: OpenReportInput,
  load: async (ctx, input) =>
    visible(await findHamlet(ctx, input.hamletId), (hamlet) =>
      canDraftReport(ctx.actor, { hamletId: hamlet.id }),
    ),
  allow: (actor, hamlet) => canDraftReport(actor, { hamletId: hamlet.id }),
  run: async (ctx, { period }, hamlet) => {
    const calendar = await reportCalendar(ctx);
    const span = calendar.spanOf(period);
    const call = await callOf(ctx, period);
    if (!calendar.asks(period, hamlet.id))
      throw new Problem('input.invalid', {
        fields: {
          period: !call ? words.hamletEnded : call.isCancelled ? callWords.cancelled : callWords.notAsked,
        },
      });
    if (span.from > ctx.today)
      throw new Problem('input.invalid', { fields: { period: words.periodNotCome } });
    await holdHamlet(ctx, hamlet.id);
    const [newest] = await versionsOf(ctx, hamlet.id, period);
    if (newest) return newest.id;
    return insertReport(ctx, {
      hamletId: hamlet.id,
      span,
      version: 1,
      templateId: call?.templateId ?? (await templateFor(ctx, 'hamlet', span.to)).id,
      narrative: {},
      firstSubmittedAt: null,
      dueOn: null,
    });
  },
});

/**
 * Begins a new version of a report that the commune has received, when work that came later changed its figures (R83, P17).
 * The texts go on; the old version stays in force until the new one is accepted.
 */
export const renewReport = defineCommand({
  name: 'report.renew',
  input: ReportInput,
  load: (ctx, input) => getReport(ctx, input.reportId),
  allow: (actor, report) => canDraftReport(actor, report),
  run: async (ctx, _input, report) => {
    await holdHamlet(ctx, report.hamletId);
    const [newest] = await versionsOf(ctx, report.hamletId, report.span.key);
    if (newest?.id !== report.id) throw new Problem('state.conflict', { message: words.newerVersion });
    if (!isInForce(report.state) || report.state === 'submitted')
      throw new Problem('state.conflict', { message: words.cannotNow.supersede });
    return insertReport(ctx, {
      hamletId: report.hamletId,
      span: report.span,
      version: report.version + 1,
      templateId:
        report.span.kind === 'asked'
          ? report.templateId
          : (await templateFor(ctx, 'hamlet', report.span.to)).id,
      narrative: report.narrative,
      firstSubmittedAt: report.firstSubmittedAt,
      dueOn: report.dueOn,
    });
  },
});

/** Two who open a period at once get one report. */
async function holdHamlet(ctx: WriteContext, hamletId: Id): Promise<void> {
  await ctx.tx
    .selectFrom('hamlets')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', hamletId)
    .forNoKeyUpdate()
    .execute();
}

async function insertReport(
  ctx: WriteContext,
  report: Pick<
    Report,
    'hamletId' | 'span' | 'version' | 'templateId' | 'narrative' | 'firstSubmittedAt' | 'dueOn'
  >,
): Promise<Id> {
  const id = ctx.id();
  await ctx.tx
    .insertInto('reports')
    .values({
      commune_id: ctx.communeId,
      id,
      kind: 'hamlet',
      hamlet_id: report.hamletId,
      period: report.span.key,
      starts_on: report.span.from,
      ends_on: report.span.to,
      version: report.version,
      template_id: report.templateId,
      state: 'draft',
      narrative: JSON.stringify(report.narrative),
      snapshot: null,
      cutoff_at: null,
      submitted_by: null,
      submitted_at: null,
      first_submitted_at: report.firstSubmittedAt,
      due_on: report.dueOn,
      decided_by: null,
      decided_at: null,
      decision_note: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await ctx.emit({
    name: 'report.opened',
    hamletId: report.hamletId,
    subject: 'report',
    subjectId: id,
    data: { period: report.span.key, version: report.version },
  });
  return id;
}
