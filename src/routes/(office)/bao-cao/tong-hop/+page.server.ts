import { addMonths, formatMonth, isMonth, monthOf } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { noteOf, statusLines, sumCell } from '#features/reports/document/commune-sum-document.ts';
import { total } from '#features/reports/document/words.ts';
import { sumFigure } from '#features/reports/model/commune-sum.ts';
import { monthToReport } from '#features/reports/model/period.ts';
import { canSeeBoard, canSeeCommuneSum } from '#features/reports/policy.ts';
import { communeSum } from '#features/reports/queries/commune-sum.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';

export const _access: Access = canSeeCommuneSum;

/** `?thang=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const month = event.url.searchParams.get('thang') ?? monthToReport(ctx.today);
    if (!isMonth(month) || month > monthOf(ctx.today)) throw notFound();
    const sum = await communeSum(ctx, month);
    const columns = sum.template.sumColumns;
    const sent = sum.rows.filter((row) => row.report !== null).length;
    const first = addMonths(monthOf(ctx.today), -5);
    return {
      month,
      months: Array.from({ length: 6 }, (_, index) => addMonths(first, index)).map((one) => ({
        label: formatMonth(one),
        href: `/bao-cao/tong-hop?thang=${one}`,
        current: one === month,
      })),
      status: statusLines(sum),
      columns: columns.map(({ header, group }) =>
        group === null ? header : `${group}: ${header.toLowerCase()}`,
      ),
      rows: sum.rows.map((row) => ({
        key: row.hamletId,
        name: row.name,
        href: row.report && canSeeBoard(ctx.actor) ? `/bao-cao/${row.report.id}` : null,
        cells: columns.map((column) => sumCell(column, row.report?.figures.get(column.indicator) ?? null)),
        note: noteOf(row),
      })),
      total: {
        label: total(sent, sum.rows.length),
        cells: columns.map((column) => sumCell(column, sumFigure(sum.rows, column.indicator))),
      },
    };
  });
