import { notFound } from '#shared/problem.ts';
import {
  columnTitle,
  noteOf,
  statusLines,
  sumCell,
} from '#features/reports/document/commune-sum-document.ts';
import { total } from '#features/reports/document/words.ts';
import { sumFigure } from '#features/reports/model/commune-sum.ts';
import { isPeriodKey, kindOf, movedBy } from '#features/reports/model/span.ts';
import { canSeeBoard, canSeeCommuneSum } from '#features/reports/policy.ts';
import { communeSum } from '#features/reports/queries/commune-sum.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { board } from '../words.ts';

export const _access: Access = canSeeCommuneSum;

/** `?ky=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calendar = await reportCalendar(ctx);
    const period = event.url.searchParams.get('ky') ?? calendar.toReport('month');
    if (!isPeriodKey(period) || calendar.spanOf(period).from > ctx.today) throw notFound();
    const sum = await communeSum(ctx, period);
    const columns = sum.template.sumColumns;
    const sent = sum.rows.filter((row) => row.report !== null).length;
    const kind = kindOf(period);
    const keys =
      kind === 'asked'
        ? calendar.calls.slice(0, 6).map((call) => call.period)
        : Array.from({ length: 6 }, (_, index) => movedBy(calendar.running(kind), index - 5));
    return {
      period,
      periods: keys.map((one) => ({
        label: board.column(one),
        href: `/bao-cao/tong-hop?ky=${one}`,
        current: one === period,
      })),
      status: statusLines(sum),
      answers: sum.answers ?? [],
      columns: columns.map(columnTitle),
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
