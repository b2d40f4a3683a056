import { formatDay } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { rowsChanged } from '#features/reports/queries/rows-changed.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenReports;

/** Who came to a number, and who left it, since the report was sent; `?ky=trong-ky` of the period, else since the year's start. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id, ma } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    if (!report.snapshot || report.cutoffAt === null || report.state === 'draft') throw notFound();
    const figure = found(report.snapshot.figures.find((one) => one.code === ma));
    if (figure.figure === null) throw notFound();
    const isPeriod = figure.kind !== 'state' && event.url.searchParams.get('ky') === 'trong-ky';
    const changed = await rowsChanged(ctx, figure.figure, {
      hamletId: report.hamletId,
      span: report.span,
      cutoffAt: report.cutoffAt,
      value: isPeriod ? 'period' : 'cumulative',
      form: figure.form,
    });
    return {
      id,
      hamlet: report.snapshot.hamlet.name,
      period: report.span.key,
      code: figure.code,
      title: figure.title,
      isPeriod,
      total: changed.total,
      rows: changed.rows.map((row) => ({ ...row, on: row.on && formatDay(row.on) })),
    };
  });
