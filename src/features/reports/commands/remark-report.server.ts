import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { AnswerInput, ExplanationInput, RemarkInput, subjectTitle } from '../model/remarks.ts';
import { canDecideReport, canDraftReport } from '../policy.ts';
import type { Report } from '../queries/find-report.server.ts';
import { contentOf } from '../queries/report-content.server.ts';
import { getTemplate } from '../queries/templates.server.ts';
import * as words from '../words.ts';
import { holdReport } from './change-state.server.ts';

/**
 * Writes beside a figure or section of a sent report what is to be mended (R83). It waits with the reader until the report is
 * returned; an empty text takes it back. Throws `state.conflict` when the report does not wait for a decision, `input.invalid`
 * for what is not in it.
 */
export const remarkReport = defineCommand({
  name: 'report.remark',
  input: RemarkInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDecideReport(actor, report),
  run: async (ctx, { subject, code, text }, report) => {
    if (report.state !== 'submitted')
      throw new Problem('state.conflict', { message: words.cannotNow.return });
    const { definition } = await getTemplate(ctx, report.templateId);
    if (subjectTitle({ subject, code }, report.snapshot?.figures ?? [], definition) === undefined)
      throw new Problem('input.invalid', { fields: { text: words.noSuchRow } });
    const before = await ctx.tx
      .deleteFrom('report_remarks')
      .where('commune_id', '=', ctx.communeId)
      .where('report_id', '=', report.id)
      .where('subject', '=', subject)
      .where('code', '=', code)
      .where('question', 'is not', null)
      .where('sent_at', 'is', null)
      .returning('question')
      .executeTakeFirst();
    if (text !== null)
      await ctx.tx
        .insertInto('report_remarks')
        .values({
          ...remark(ctx, report, { subject, code }),
          question: text,
          asked_by: ctx.actor.accountId,
        })
        .execute();
    if (text === (before?.question ?? null)) return;
    await tell(ctx, report, 'report.remarked', {
      about: code,
      before: before?.question ?? null,
      after: text,
    });
  },
});

/** Sends what waits beside the figures with the return; how many there were. */
export async function sendRemarks(ctx: WriteContext, report: Report): Promise<number> {
  const sent = await ctx.tx
    .updateTable('report_remarks')
    .set({ sent_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('report_id', '=', report.id)
    .where('question', 'is not', null)
    .where('sent_at', 'is', null)
    .returning('id')
    .execute();
  return sent.length;
}

/** The hamlet's answer to what the reader wrote, until the report is sent again. Throws `state.conflict` after that. */
export const answerRemark = defineCommand({
  name: 'report.answer_remark',
  input: AnswerInput,
  load: async (ctx, input) => {
    const report = await holdReport(ctx, input.reportId);
    return { report, remark: await sentRemark(ctx, report, input.remarkId) };
  },
  allow: (actor, { report }) => canDraftReport(actor, report),
  run: async (ctx, { answer }, { report, remark: asked }) => {
    if (report.state !== 'draft' && report.state !== 'returned')
      throw new Problem('state.conflict', { message: words.notADraft });
    await ctx.tx
      .updateTable('report_remarks')
      .set({ answer, answered_by: ctx.actor.accountId, answered_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', asked.id)
      .execute();
    await tell(ctx, report, 'report.remark_answered', {
      about: asked.code,
      before: asked.answer,
      after: answer,
    });
  },
});

/**
 * The hamlet's own word on why a figure fell or is behind the plan (W15); an empty text takes it back. Throws `state.conflict` once
 * the report was sent, `input.invalid` for a figure that the report does not have.
 */
export const explainFigure = defineCommand({
  name: 'report.explain',
  input: ExplanationInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDraftReport(actor, report),
  run: async (ctx, { code, text }, report) => {
    if (report.state !== 'draft') throw new Problem('state.conflict', { message: words.notADraft });
    if (!(await contentOf(ctx, report)).figures.some((figure) => figure.code === code))
      throw new Problem('input.invalid', { fields: { text: words.noSuchRow } });
    const before = await ctx.tx
      .deleteFrom('report_remarks')
      .where('commune_id', '=', ctx.communeId)
      .where('report_id', '=', report.id)
      .where('subject', '=', 'figure')
      .where('code', '=', code)
      .where('question', 'is', null)
      .returning('answer')
      .executeTakeFirst();
    if (text !== null)
      await ctx.tx
        .insertInto('report_remarks')
        .values({
          ...remark(ctx, report, { subject: 'figure', code }),
          answer: text,
          answered_by: ctx.actor.accountId,
          answered_at: ctx.now,
        })
        .execute();
    if (text === (before?.answer ?? null)) return;
    await tell(ctx, report, 'report.explained', {
      about: code,
      before: before?.answer ?? null,
      after: text,
    });
  },
});

async function sentRemark(ctx: ReadContext, report: Report, remarkId: Id) {
  return found(
    await ctx.tx
      .selectFrom('report_remarks')
      .select(['id', 'code', 'answer'])
      .where('commune_id', '=', ctx.communeId)
      .where('report_id', '=', report.id)
      .where('id', '=', remarkId)
      .where('sent_at', 'is not', null)
      .executeTakeFirst(),
  );
}

const remark = (
  ctx: WriteContext,
  report: Report,
  about: { subject: 'figure' | 'section'; code: string },
) => ({
  commune_id: ctx.communeId,
  id: ctx.id(),
  report_id: report.id,
  ...about,
  question: null,
  asked_by: null,
  asked_at: ctx.now,
  sent_at: null,
  answer: null,
  answered_by: null,
  answered_at: null,
});

const tell = (ctx: WriteContext, report: Report, name: string, data: Record<string, unknown>) =>
  ctx.emit({
    name,
    hamletId: report.hamletId,
    subject: 'report',
    subjectId: report.id,
    data: { period: report.span.key, version: report.version, ...data },
  });
