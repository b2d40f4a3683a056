import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { formatMoment } from '#shared/calendar.ts';
import { columnTitle, sumCell } from '#features/reports/document/commune-sum-document.ts';
import { sumOf } from '#features/reports/model/commune-content.ts';
import { sumFigure } from '#features/reports/model/commune-sum.ts';
import { canSeeCommuneSum } from '#features/reports/policy.ts';
import {
  communeContentNow,
  communeDifferences,
} from '#features/reports/queries/commune-differences.server.ts';
import { getCommuneReport } from '#features/reports/queries/find-commune-report.server.ts';
import { getTemplate } from '#features/reports/queries/templates.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canSeeCommuneSum;

/** The commune's figures as they were approved and as the accepted reports have them now, column by column (P14, P17). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const report = await getCommuneReport(ctx, id);
    const then = report.snapshot;
    if (!then || report.state === 'draft') throw notFound();
    const template = (await getTemplate(ctx, report.templates.office)).definition;
    const sums = [then, await communeContentNow(ctx, report)].map((content) => sumOf(content, template).rows);
    return {
      id,
      period: report.span.key,
      approvedAt: report.cutoffAt && formatMoment(report.cutoffAt),
      hamlets: await communeDifferences(ctx, report),
      rows: template.sumColumns.map((column, index) => {
        const [before = '—', now = '—'] = sums.map((rows) =>
          sumCell(column, sumFigure(rows, column.indicator)),
        );
        return { key: String(index), title: columnTitle(column), before, now, isChanged: before !== now };
      }),
    };
  });
