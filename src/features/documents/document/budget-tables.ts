import type { ExportFormula, ExportTable } from '#platform/sheet/write-sheet.server.ts';
import { dongNumber, sumDong, type Dong } from '#shared/dong.ts';
import type { Estimate } from '#features/budget/queries/estimates.server.ts';
import type { Settlement } from '#features/budget/queries/settlements.server.ts';
import { budget as words } from './words.ts';

const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
const number = (header: string, width: number) => ({ header, width, kind: 'number' as const });

/** A sum that the workbook works out itself, of the rows above; nothing when there are none. */
const sumOf = (letter: string, rows: number, amount: Dong): ExportFormula | null =>
  rows === 0 ? null : { formula: `SUM(${letter}2:${letter}${rows + 1})`, value: dongNumber(amount) };

/** The lines of an estimate as a workbook: every amount is quantity × norm, and the sum their sum, by the workbook itself. */
export function estimateTable({
  title,
  lines,
  total,
}: Pick<Estimate, 'title' | 'lines' | 'total'>): ExportTable {
  const { columns } = words;
  return {
    sheetName: title,
    columns: [
      text(columns.rank, 6),
      text(columns.name, 44),
      text(columns.team, 18),
      text(columns.source, 30),
      text(columns.unit, 14),
      number(columns.quantity, 12),
      number(columns.norm, 18),
      number(columns.amount, 20),
    ],
    rows: [
      ...lines.map((line, index) => [
        String(index + 1),
        line.name,
        line.hamlet,
        line.source,
        line.unit,
        line.quantity,
        dongNumber(line.norm),
        { formula: `F${index + 2}*G${index + 2}`, value: dongNumber(line.amount) },
      ]),
      [null, words.total, null, null, null, null, null, sumOf('H', lines.length, total)],
    ],
  };
}

/** The lines of a settlement: what is left is approved less paid, by the workbook itself. */
export function settlementTable({ lines }: Pick<Settlement, 'lines'>): ExportTable {
  const { columns } = words;
  const keys = ['approved', 'before', 'paid', 'left'] as const;
  const letters = ['D', 'E', 'F', 'G'];
  return {
    sheetName: words.settlementAnnex,
    columns: [
      text(columns.rank, 6),
      text(columns.name, 44),
      text(columns.source, 30),
      number(columns.approved, 18),
      number(columns.before, 22),
      number(columns.paid, 20),
      number(columns.left, 18),
    ],
    rows: [
      ...lines.map((line, index) => [
        String(index + 1),
        line.name,
        line.source,
        dongNumber(line.approved),
        dongNumber(line.before),
        dongNumber(line.paid),
        {
          formula: `D${index + 2}-E${index + 2}-F${index + 2}`,
          value: dongNumber(line.left),
        },
      ]),
      [
        null,
        words.total,
        null,
        ...keys.map((key, at) =>
          sumOf(letters[at] ?? '', lines.length, sumDong(lines.map((line) => line[key]))),
        ),
      ],
    ],
  };
}
