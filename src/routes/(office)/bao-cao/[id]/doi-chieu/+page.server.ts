import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { formatMoment } from '#shared/calendar.ts';
import { cumulativeCell, periodCell } from '#features/reports/document/figure-cells.ts';
import type { FigureChange, ReportFigure } from '#features/reports/model/figures.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import { figuresNow } from '#features/reports/queries/differences.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { canOpenBehind } from '#features/reports/queries/rows-behind.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { difference } from '../../words.ts';

export const _access: Access = canOpenReports;

/** The period as it was sent and as it is now, row by row (P14, P17). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getReport(ctx, id);
    const sent = report.snapshot;
    if (!sent || report.state === 'draft') throw notFound();
    const now = new Map((await figuresNow(ctx, report)).map((figure) => [figure.code, figure]));
    return {
      id,
      hamlet: sent.hamlet.name,
      period: report.span.key,
      kind: report.span.kind,
      sentAt: report.cutoffAt && formatMoment(report.cutoffAt),
      rows: sent.figures
        // What nobody collects is no more now than it was then.
        .filter((figure) => figure.period !== null || figure.cumulative !== null)
        .map((figure) => {
          const after = now.get(figure.code) ?? null;
          const mayOpen = figure.figure !== null && canOpenBehind(ctx, figure.figure, report.hamletId);
          const compare = (value: 'period' | 'cumulative') =>
            comparison(figure, after, value, mayOpen ? `/bao-cao/${id}/doi-chieu/${figure.code}` : null);
          return {
            code: figure.code,
            title: figure.title,
            unit: figure.unit,
            period: compare('period'),
            cumulative: compare('cumulative'),
          };
        }),
    };
  });

/** One number then and now; `changed` is null where nothing moved. */
function comparison(
  sent: ReportFigure,
  now: ReportFigure | null,
  value: FigureChange['value'],
  href: string | null,
) {
  const cell = value === 'period' ? periodCell : cumulativeCell;
  const { code, title, unit } = sent;
  const isSame = !now || now[value] === sent[value];
  return {
    sent: cell(sent),
    now: now ? cell(now) : '—',
    changed: isSame ? null : difference({ code, title, unit, value, sent: sent[value], now: now[value] }),
    href: isSame || href === null ? null : `${href}?ky=${value === 'period' ? 'trong-ky' : 'luy-ke'}`,
  };
}
