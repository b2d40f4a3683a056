import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ITableOptions } from 'docx';
import type { Column, Row } from '../document-model.ts';
import { headerRows, isDense, sum } from '../official-layout/columns.ts';
import { cellMargin, tableLine } from '../official-layout/page.ts';
import type { FramePiece, Piece, TablePiece } from '../official-layout/pieces.ts';
import { styled } from './paragraphs.server.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: tableLine * 8, color: '000000' };
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A table without lines that only places boxes side by side. */
export function frame(
  { widths, above, rows }: FramePiece,
  cell: (pieces: readonly Piece[]) => Paragraph[],
): Table {
  return new Table({
    ...fixed(widths),
    margins: { left: 0, right: 0, top: above, bottom: 0, marginUnitType: WidthType.DXA },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: rows.map(
      (boxes) =>
        new TableRow({
          cantSplit: true,
          children: boxes.map((pieces, index) => box(widths[index] ?? 0, cell(pieces))),
        }),
    ),
  });
}

function box(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: children.length === 0 ? [new Paragraph({})] : children,
  });
}

/** Box-lined table of the document: header rows repeat on every page, no row breaks over two pages. */
export function dataTable({ table, widths }: TablePiece): Table {
  return new Table({
    ...fixed(widths),
    margins: { left: cellMargin, right: cellMargin, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...headerOf(table.columns, widths),
      ...table.rows.map((row) => dataRow(row, table.columns, widths)),
    ],
  });
}

function headerOf(columns: readonly Column[], widths: readonly number[]): TableRow[] {
  const { grouped, upper, lower } = headerRows(columns);
  const cell = (text: string, start: number, across: number, down: number) =>
    headerCell(text, widths.slice(start, start + across), down, isDense(columns));
  const rows = [
    upper.map(({ text, start, across, group }) => cell(text, start, across, grouped && !group ? 2 : 1)),
    ...(grouped ? [lower.map(({ text, start }) => cell(text, start, 1, 1))] : []),
  ];
  return rows.map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
}

function headerCell(text: string, widths: readonly number[], down: number, dense: boolean): TableCell {
  return new TableCell({
    width: { size: sum(widths), type: WidthType.DXA },
    columnSpan: widths.length,
    rowSpan: down,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [styled(dense ? 'denseHeader' : 'tableHeader', text, { keepNext: true })],
  });
}

function dataRow(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  const style = isDense(columns) ? 'denseText' : 'tableText';
  if ('section' in row) {
    const children = [styled(style, [{ text: row.section, bold: true }], { keepNext: true })];
    const cell = new TableCell({
      width: { size: sum(widths), type: WidthType.DXA },
      columnSpan: columns.length,
      verticalAlign: VerticalAlignTable.CENTER,
      children,
    });
    return new TableRow({ cantSplit: true, children: [cell] });
  }
  const bold = row.total === true;
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, index) => {
      const text = row.cells[index] ?? '';
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [styled(style, bold ? [{ text, bold }] : text, { alignment: alignments[column.align] })],
      });
    }),
  });
}

function fixed(widths: readonly number[]): Omit<ITableOptions, 'rows'> {
  return {
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
  };
}
