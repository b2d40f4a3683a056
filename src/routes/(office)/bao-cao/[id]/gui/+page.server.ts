import { fail, redirect } from '@sveltejs/kit';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { explainFigure } from '#features/reports/commands/remark-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { figureOf } from '#features/reports/model/figures.ts';
import { warningsOf } from '#features/reports/model/warnings.ts';
import { canOpenReports, canSubmitReport } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenReports;

/** What will be sent, once more in short. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    if (!canSubmitReport(ctx.actor, report) || report.state !== 'draft') throw notFound();
    const content = await contentOf(ctx, report);
    const main = [
      'households_informed',
      'households_guided',
      'people_14_all_three',
      'households_skilled_or_helped',
    ] as const;
    return {
      id,
      period: content.period,
      hamlet: content.hamlet.name,
      dueOn: content.dueOn,
      daysLate: content.daysLate,
      // What asks for a word has its own field below.
      warnings: warningsOf(content).filter((one) => one.kind !== 'unexplained'),
      explanations: content.explanations ?? [],
      main: main.flatMap((code) => figureOf(content.figures, code) ?? []),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const values = await formOf(event);
    // Kept one by one before the report goes: what was typed is not lost if it cannot be sent.
    for (const [name, value] of Object.entries(values)) {
      const code = /^vi-sao-(.+)$/.exec(name)?.[1];
      if (code === undefined) continue;
      const { problem } = await act(event, explainFigure, { reportId: id, code, text: value });
      if (problem) return fail(problem.status, { problem: { ...problem.data.problem, values, at: code } });
    }
    const { problem } = await act(event, submitReport, { reportId: id });
    if (problem) return fail(problem.status, { problem: { ...problem.data.problem, values, at: '' } });
    return redirect(303, `/bao-cao/${id}?xong=gui`);
  },
};
