import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command, ReadContext } from '#platform/commands/command.server.ts';
import { formatMoment } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import { acceptReport, lockReport, returnReport } from '#features/reports/commands/decide-report.server.ts';
import { renewReport } from '#features/reports/commands/open-report.server.ts';
import { checkSample, drawSample } from '#features/reports/commands/keep-sample.server.ts';
import { reopenReport } from '#features/reports/commands/submit-report.server.ts';
import { writeNarrative } from '#features/reports/commands/write-narrative.server.ts';
import type { ReportContent } from '#features/reports/model/content.ts';
import { canBeSentFrom } from '#features/reports/model/period.ts';
import type { Remark } from '#features/reports/model/remarks.ts';
import { movedBy } from '#features/reports/model/span.ts';
import { textSections, titleIn } from '#features/reports/model/template.ts';
import { warningsOf, type ReportWarning } from '#features/reports/model/warnings.ts';
import {
  canDecideReport,
  canDraftReport,
  canOpenReports,
  canReadReport,
  canSubmitReport,
} from '#features/reports/policy.ts';
import { differsSinceSubmission } from '#features/reports/queries/differences.server.ts';
import { getReport, versionsOf, type Report } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import { reportRemarks } from '#features/reports/queries/report-remarks.server.ts';
import { reportSample } from '#features/reports/queries/report-sample.server.ts';
import { callOf } from '#features/reports/queries/report-calls.server.ts';
import { canOpenBehind } from '#features/reports/queries/rows-behind.server.ts';
import { workPattern } from '#features/reports/queries/work-pattern.server.ts';
import { getTemplate } from '#features/reports/queries/templates.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access, type FormValues } from '#routes/door.server.ts';
import { figureParts } from '../figure-view.ts';
import { notesByFigure, notesBySection } from '../notes.ts';

export const _access: Access = canOpenReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    const content = await contentOf(ctx, report);
    const template = (await getTemplate(ctx, report.templateId)).definition;
    const versions = (await versionsOf(ctx, report.hamletId, report.span.key)).filter((one) =>
      canReadReport(ctx.actor, one),
    );
    const remarks = await reportRemarks(ctx, report.id);
    const mayAsk = canDecideReport(ctx.actor, report) && report.state === 'submitted';
    const warnings =
      report.state === 'draft' || report.state === 'submitted'
        ? warningsOf(content, await workPattern(ctx, questionOf(report, content)))
        : [];
    const names = await namesOfAccounts(ctx, [report.submittedBy, report.decidedBy]);
    const mayWrite = canDraftReport(ctx.actor, report);
    const isNewest = versions[0]?.id === report.id;
    const texts = new Map(content.sections.map((section) => [section.code, section]));
    return {
      report: {
        id: report.id,
        period: report.span.key,
        kind: report.span.kind,
        endsOn: report.span.to,
        version: report.version,
        state: report.state,
        note: report.decisionNote,
        sent: report.submittedAt && {
          by: names.get(report.submittedBy ?? '') ?? '—',
          at: formatMoment(report.submittedAt),
        },
        decided: report.decidedAt && {
          by: names.get(report.decidedBy ?? '') ?? '—',
          at: formatMoment(report.decidedAt),
        },
        cutoffAt: report.cutoffAt && formatMoment(report.cutoffAt),
      },
      hamlet: content.hamlet.name,
      call: await callOf(ctx, report.span.key),
      dueOn: content.dueOn,
      daysLate: content.sentOn === null ? null : content.daysLate,
      warnings: mayWrite ? warningsForWriter(report, warnings) : warnings,
      notes: notesByFigure(warnings, content.explanations ?? [], remarks, content.hamlet.name),
      sectionNotes: notesBySection(remarks),
      hasRemarks: remarks.some((one) => one.question !== null),
      waiting: remarks.filter((one) => one.isWaiting).length,
      /** Where a word is written beside a figure or section: the reader's anywhere, the hamlet's where it is asked. */
      remarkOn: mayAsk ? ('every' as const) : mayWrite ? rowsToAnswer(report, content, remarks) : [],
      figures: figureParts(
        content.figures,
        template.parts,
        `/bao-cao/${report.id}`,
        (figure) => figure.figure !== null && canOpenBehind(ctx, figure.figure, report.hamletId),
      ),
      sections: template.sections.map((top) => ({
        code: top.code,
        title: titleIn(top.title, report.span.key),
        texts: (top.sections.length > 0 ? top.sections : [top]).map(({ code, title, prompt }) => ({
          code,
          title: top.sections.length > 0 ? titleIn(title, report.span.key) : null,
          prompt,
          text: texts.get(code)?.text ?? '',
          written: texts.get(code)?.written ?? false,
        })),
      })),
      before: mayWrite && report.state === 'draft' ? await textsBefore(ctx, report) : {},
      sample:
        canDecideReport(ctx.actor, report) && report.state !== 'draft'
          ? await reportSample(ctx, report.id)
          : null,
      changes: isNewest ? await changesOf(ctx, report, content) : [],
      /** After a decision: there may be more to read. */
      goOn: canDecideReport(ctx.actor, report) && report.state !== 'submitted',
      versions: versions.map(({ id: versionId, version, state }) => ({ id: versionId, version, state })),
      may: {
        write: mayWrite && report.state === 'draft',
        send: canSubmitReport(ctx.actor, report) && report.state === 'draft',
        sendNow: ctx.now >= canBeSentFrom(report.span),
        reopen: mayWrite && report.state === 'returned',
        renew: mayWrite && isNewest && (report.state === 'accepted' || report.state === 'locked'),
        decide: mayAsk,
        lock: canDecideReport(ctx.actor, report) && report.state === 'accepted',
      },
    };
  });

/** What still can be done about it: who has sent it can do nothing any more, and why a figure lags is asked when it is sent. */
function warningsForWriter({ state }: Report, warnings: readonly ReportWarning[]): readonly ReportWarning[] {
  return state === 'submitted' ? [] : warnings.filter(({ kind }) => kind !== 'unexplained');
}

/** The figures and sections that the hamlet may say a word about: those that ask for one, while they can still be written. */
function rowsToAnswer(report: Report, content: ReportContent, remarks: readonly Remark[]): string[] {
  if (report.state !== 'draft' && report.state !== 'returned') return [];
  const asked = remarks.filter((one) => one.question !== null).map((one) => one.code);
  return report.state === 'draft'
    ? [...asked, ...(content.explanations ?? []).map((one) => one.code)]
    : asked;
}

/** What differs since it was sent, each with where its rows are, for who may see them. */
async function changesOf(ctx: ReadContext, report: Report, content: ReportContent) {
  const figures = new Map(content.figures.map((figure) => [figure.code, figure.figure]));
  return (await differsSinceSubmission(ctx, report)).map((change) => {
    const figure = figures.get(change.code) ?? null;
    const mayOpen = figure !== null && canOpenBehind(ctx, figure, report.hamletId);
    const span = change.value === 'period' ? 'trong-ky' : 'luy-ke';
    return {
      ...change,
      href: mayOpen ? `/bao-cao/${report.id}/doi-chieu/${change.code}?ky=${span}` : null,
    };
  });
}

/** The report's own figures: its place, its days, its cut-off. */
const questionOf = ({ hamletId, span }: Report, { cutoffAt }: ReportContent) => ({
  hamletId,
  span,
  cutoffAt: new Date(cutoffAt),
});

/** What was written or drafted for the period before, by section, to read while writing. */
async function textsBefore(ctx: ReadContext, report: Report): Promise<Record<string, string>> {
  const [last] = await versionsOf(ctx, report.hamletId, movedBy(report.span.key, -1));
  if (!last) return {};
  if (last.snapshot)
    return Object.fromEntries(last.snapshot.sections.map((section) => [section.code, section.text]));
  const template = await getTemplate(ctx, last.templateId);
  return Object.fromEntries(
    textSections(template.definition).flatMap(({ code }) => {
      const written = last.narrative[code];
      return written ? [[code, written.text]] : [];
    }),
  );
}

/** Runs one step of the report's life and shows the report again. */
async function step<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  done: string,
  values: FormValues = {},
) {
  const reportId = event.params['id'] ?? '';
  const { problem } = await act(event, command, { ...values, reportId });
  return problem ?? redirect(303, `/bao-cao/${reportId}?xong=${done}`);
}

export const actions: Actions = {
  // Each section's field has a name of its own, so that ids on the page differ.
  viet: async (event) => {
    const values = await formOf(event);
    const section = text(values, 'section');
    return step(event, writeNarrative, 'luu', { section, text: text(values, `loi-${section}`) });
  },
  nhap: async (event) => {
    const section = text(await formOf(event), 'section');
    return step(event, writeNarrative, 'nhap', { section, text: '' });
  },
  tra: async (event) => step(event, returnReport, 'tra', await formOf(event)),
  nhan: async (event) => step(event, acceptReport, 'nhan', await formOf(event)),
  khoa: (event) => step(event, lockReport, 'khoa'),
  rut: (event) => step(event, drawSample, 'rut'),
  hoi: async (event) => {
    const values = await formOf(event);
    const sampleId = text(values, 'sampleId');
    const { problem } = await act(event, checkSample, {
      sampleId,
      // Each visit's fields have names of their own, so that ids on the page differ.
      result: text(values, `ket-qua-${sampleId}`),
      note: text(values, `ghi-chu-${sampleId}`),
    });
    return problem ?? redirect(303, `/bao-cao/${event.params.id}?xong=hoi#mau`);
  },
  mo: (event) => step(event, reopenReport, 'mo'),
  moi: async (event) => {
    const { done, problem } = await act(event, renewReport, { reportId: event.params.id });
    return problem ?? redirect(303, `/bao-cao/${done}?xong=moi`);
  },
};
