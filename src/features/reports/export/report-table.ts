import type { ExportColumn, ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { columnLetters } from '#platform/sheet/sheet-parts.ts';
import { noteOf } from '../document/commune-sum-document.ts';
import { goalText } from '../document/figure-cells.ts';
import * as printed from '../document/words.ts';
import { sumFigure, type CommuneSum } from '../model/commune-sum.ts';
import type { ReportContent } from '../model/content.ts';
import { rateOfFigure, type ReportFigure } from '../model/figures.ts';
import { kindOf } from '../model/span.ts';
import type { ReportTemplate } from '../model/template.ts';
import * as words from './words.ts';

const number = (header: string): ExportColumn => ({ header, width: 14, kind: 'number' });
const text = (header: string, width: number): ExportColumn => ({ header, width, kind: 'text' });

/** A hamlet's figures as a table, a row per indicator with its code; the rate is worked out by the workbook from its own cells. */
export function figureTable(content: ReportContent): ExportTable {
  const headers = printed.columns(kindOf(content.period));
  return {
    sheetName: words.figures,
    columns: [
      text(words.code, 12),
      text(headers.title, 48),
      text(headers.unit, 12),
      number(headers.period),
      number(headers.cumulative),
      number(words.population),
      number(words.unknown),
      text(headers.goal, 14),
      number(headers.rate),
      number(headers.change),
    ],
    rows: content.figures.map((figure, index) => figureRow(figure, index + 2)),
  };
}

function figureRow(figure: ReportFigure, row: number): ExportValue[] {
  const rate = rateOfFigure(figure);
  return [
    figure.code,
    figure.title,
    figure.unit,
    figure.period,
    figure.cumulative,
    figure.population,
    figure.unknown,
    figure.goal && goalText(figure.goal),
    rate === null ? null : { formula: `E${row}/F${row}*100`, value: rate },
    figure.change,
  ];
}

/** The commune's table, a row per hamlet; the last row is summed by the workbook. A rate of the whole comes as its value: it is no sum. */
export function sumTable(sum: CommuneSum): ExportTable {
  const columns = sum.template.sumColumns;
  const last = sum.rows.length + 1;
  const sent = sum.rows.filter((row) => row.report !== null).length;
  return {
    sheetName: words.figures,
    columns: [
      text(printed.hamlet, 20),
      ...columns.map(({ header, group }) => number(group === null ? header : `${group}: ${header}`)),
      text(printed.note, 24),
    ],
    rows: [
      ...sum.rows.map((row): ExportValue[] => [
        row.name,
        ...columns.map((column) => valueOf(column, row.report?.figures.get(column.indicator) ?? null)),
        noteOf(row),
      ]),
      [
        printed.total(sent, sum.rows.length),
        ...columns.map((column, index): ExportValue => {
          const value = valueOf(column, sumFigure(sum.rows, column.indicator));
          const letter = columnLetters(index + 1);
          return column.value === 'rate' || value === null
            ? value
            : { formula: `SUM(${letter}2:${letter}${last})`, value };
        }),
      ],
    ],
  };
}

function valueOf(
  { value }: ReportTemplate['sumColumns'][number],
  figure: ReportFigure | null,
): number | null {
  if (figure === null) return null;
  return value === 'rate' ? rateOfFigure(figure) : figure[value];
}
