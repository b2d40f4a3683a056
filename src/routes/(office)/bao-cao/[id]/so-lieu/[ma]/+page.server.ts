import { formatDay } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { formatCount } from '#shared/numbers.ts';
import { found, notFound } from '#shared/problem.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { canExportRegister } from '#features/registry/policy.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { contentOf } from '#features/reports/queries/report-content.server.ts';
import { rowsBehind } from '#features/reports/queries/rows-behind.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenReports;

/** `?ky=trong-ky` of the period, else since the year's start; `?sau=` the page after. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id, ma } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    const content = await contentOf(ctx, report);
    const figure = found(content.figures.find((one) => one.code === ma));
    if (figure.figure === null) throw notFound();
    const isState = figure.kind === 'state';
    const value = !isState && event.url.searchParams.get('ky') === 'trong-ky' ? 'period' : 'cumulative';
    const page = await rowsBehind(
      ctx,
      figure.figure,
      {
        hamletId: report.hamletId,
        span: report.span,
        cutoffAt: new Date(content.cutoffAt),
        value,
        form: figure.form,
      },
      event.url.searchParams.get('sau'),
    );
    const names = new Map([
      ...(await catalogueNames(ctx, 'outreach_form')),
      ...(await catalogueNames(ctx, 'platform')),
    ]);
    const base = `/bao-cao/${id}/so-lieu/${ma}`;
    return {
      id,
      period: report.span.key,
      hamlet: content.hamlet.name,
      code: figure.code,
      title: figure.title,
      unit: figure.unit,
      printed: formatCount(figure[value]),
      span: isState ? 'state' : value,
      base,
      mayExport: canExportRegister(ctx.actor, report.hamletId),
      total: page.total,
      next:
        page.next === null
          ? null
          : `${base}?ky=${value === 'period' ? 'trong-ky' : 'luy-ke'}&sau=${page.next}`,
      rows: page.rows.map((row) => ({
        ...row,
        on: row.on && formatDay(row.on),
        detail:
          row.detail &&
          row.detail
            .split(', ')
            .map((code) => names.get(code) ?? code)
            .join(', '),
      })),
    };
  });
