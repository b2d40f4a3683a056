import { catalogueNames } from '#features/plans/queries.server.ts';
import { canExportRegister } from '#features/registry/policy.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import { rowsBehind } from '#features/reports/queries/rows-behind.server.ts';
import type { ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound, Problem } from '#shared/problem.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { rows as words } from '../../../../words.ts';

export const _access: Access = canOpenReports;

/** The rows behind a figure, for who may take names of the hamlet away; `?ky=trong-ky` of the period, else since the year's start. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'figure_rows',
    title: words.exported.title,
    columns: words.exported.columns,
    rows: async (ctx) => {
      const { id, ma } = event.params;
      if (!isId(id)) throw notFound();
      const report = await getReport(ctx, id);
      if (!canExportRegister(ctx.actor, report.hamletId)) throw new Problem('not_allowed');
      const content = await contentOf(ctx, report);
      const figure = found(content.figures.find((one) => one.code === ma));
      if (figure.figure === null) throw notFound();
      const ofPeriod = figure.kind !== 'state' && event.url.searchParams.get('ky') === 'trong-ky';
      const question = {
        hamletId: report.hamletId,
        span: report.span,
        cutoffAt: new Date(content.cutoffAt),
        value: ofPeriod ? ('period' as const) : ('cumulative' as const),
        form: figure.form,
      };
      const forms = await catalogueNames(ctx, 'outreach_form');
      const platforms = await catalogueNames(ctx, 'platform');
      const named = (detail: string | null) =>
        detail
          ?.split(', ')
          .map((code) => forms.get(code) ?? platforms.get(code) ?? code)
          .join(', ');
      const lines: (readonly ExportValue[])[] = [];
      let after: string | null = null;
      do {
        const page = await rowsBehind(ctx, figure.figure, question, after);
        for (const row of page.rows) {
          lines.push([
            row.name ?? words.session,
            row.address,
            row.on && formatDay(row.on),
            named(row.detail),
          ]);
        }
        after = page.next;
      } while (after !== null);
      return lines;
    },
  });
