import { canSeeBudget } from '#features/budget/policy.ts';
import { getBudgetYear } from '#features/budget/queries/budget-year.server.ts';
import { dongNumber } from '#shared/dong.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { yearOf } from '../budget-year.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canSeeBudget;

/** The approved lines of a year with what is left; the workbook adds up itself. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'budget',
    title: words.lines,
    columns: words.lineColumns,
    rows: async (ctx) => {
      const { lines, total } = await getBudgetYear(ctx, yearOf(event.url, dayOf(ctx.now)));
      const sum = (letter: string, value: bigint) =>
        lines.length === 0
          ? null
          : { formula: `SUM(${letter}2:${letter}${lines.length + 1})`, value: dongNumber(value) };
      return [
        ...lines.map((line, index) => [
          line.name,
          line.hamlet,
          line.source,
          dongNumber(line.approved),
          dongNumber(line.paid),
          { formula: `D${index + 2}-E${index + 2}`, value: dongNumber(line.left) },
        ]),
        [words.sum, null, null, sum('D', total.approved), sum('E', total.paid), sum('F', total.left)],
      ];
    },
  });
