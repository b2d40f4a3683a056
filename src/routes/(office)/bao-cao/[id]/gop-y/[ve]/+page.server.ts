import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import {
  answerRemark,
  explainFigure,
  remarkReport,
} from '#features/reports/commands/remark-report.server.ts';
import { cumulativeCell, periodCell } from '#features/reports/document/figure-cells.ts';
import { explanationsAsked } from '#features/reports/model/explanations.ts';
import type { RemarkSubject } from '#features/reports/model/remarks.ts';
import { titleIn } from '#features/reports/model/template.ts';
import { canDecideReport, canDraftReport, canOpenReports } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import { reportRemarks } from '#features/reports/queries/report-remarks.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import { explanation as words } from '../../../words.ts';

export const _access: Access = canOpenReports;

/** A figure's code begins with a capital ("B2"), a section's does not ("outreach"). */
const subjectOf = (code: string): RemarkSubject => (/^[A-Z]/.test(code) ? 'figure' : 'section');

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id, ve } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    const content = await contentOf(ctx, report);
    const figure = content.figures.find((one) => one.code === ve);
    const section = figure ? undefined : found(content.sections.find((one) => one.code === ve));
    const mayAsk = canDecideReport(ctx.actor, report) && report.state === 'submitted';
    const writes = canDraftReport(ctx.actor, report);
    const remarks = await remarksAbout(ctx, report.id, ve);
    const asked = explanationsAsked(content.figures).find((one) => one.code === ve);
    return {
      id,
      hamlet: content.hamlet.name,
      period: report.span.key,
      code: figure ? ve : null,
      title: figure ? figure.title : titleIn(section?.title ?? '', report.span.key),
      numbers: figure
        ? { period: periodCell(figure), cumulative: cumulativeCell(figure), unit: figure.unit }
        : null,
      text: section?.text ?? null,
      reason: asked ? words.reason(asked) : null,
      mayAsk,
      waiting: remarks.find((one) => one.isWaiting)?.question ?? '',
      /** What this person may answer. */
      toAnswer:
        writes && (report.state === 'draft' || report.state === 'returned')
          ? remarks.flatMap(({ id: remarkId, question, answer, isWaiting }) =>
              question === null || isWaiting ? [] : [{ id: remarkId, question, answer: answer ?? '' }],
            )
          : [],
      explain:
        writes && report.state === 'draft' && figure
          ? (remarks.find((one) => one.question === null)?.answer ?? '')
          : null,
    };
  });

const remarksAbout = async (ctx: ReadContext, id: Id, code: string) =>
  (await reportRemarks(ctx, id)).filter((one) => one.code === code && one.subject === subjectOf(code));

const back = (event: RequestEvent, done: string) => {
  const code = event.params['ve'] ?? '';
  const anchor = subjectOf(code) === 'figure' ? `luu-y-${code}` : `phan-${code}`;
  return redirect(303, `/bao-cao/${event.params['id']}?xong=${done}#${anchor}`);
};

export const actions: Actions = {
  gop: async (event) => {
    const values = await formOf(event);
    const { id, ve } = event.params;
    const about = { reportId: id, subject: subjectOf(ve), code: ve };
    const { problem } = await act(event, remarkReport, { ...about, text: text(values, 'text') });
    return problem ?? back(event, 'gop-y');
  },
  tra: async (event) => {
    const values = await formOf(event);
    const remarkId = text(values, 'remarkId');
    const { problem } = await act(event, answerRemark, {
      reportId: event.params.id,
      remarkId,
      // Each remark's field has a name of its own, so that ids on the page differ.
      answer: text(values, `tra-loi-${remarkId}`),
    });
    return problem ?? back(event, 'tra-loi');
  },
  giai: async (event) => {
    const values = await formOf(event);
    const { id, ve } = event.params;
    const { problem } = await act(event, explainFigure, {
      reportId: id,
      code: ve,
      text: text(values, 'text'),
    });
    return problem ?? back(event, 'giai-trinh');
  },
};
