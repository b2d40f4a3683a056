import { redirect } from '@sveltejs/kit';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { figureOf } from '#features/reports/model/figures.ts';
import { warningsOf } from '#features/reports/model/warnings.ts';
import { canOpenReports, canSubmitReport } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, read, type Access } from '#routes/door.server.ts';

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
      warnings: warningsOf(content),
      main: main.flatMap((code) => figureOf(content.figures, code) ?? []),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, submitReport, { reportId: id });
    return problem ?? redirect(303, `/bao-cao/${id}?xong=gui`);
  },
};
