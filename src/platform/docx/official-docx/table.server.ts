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
import type { FileChild, ITableOptions } from 'docx';
import type { Column, Row, Table as TableBlock } from '../document-model.ts';
import { gap, sectionEnd, styled } from './paragraphs.server.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** From this many columns on the letters are a point smaller, so that a commune of 24 hamlets fits on one page. */
const denseFrom = 9;

/** A table without lines that only places boxes side by side; widths in twips. */
export function frame(widths: readonly number[], above = 0): Omit<ITableOptions, 'rows'> {
  return {
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
  };
}

/** One cell of a frame. */
export function box(width: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: children.length === 0 ? [new Paragraph({})] : children,
  });
}

/** Box-lined table of the document: header rows repeat on every page, no row breaks over two pages. */
export function dataTable(table: TableBlock, available: number, endsSection: boolean): FileChild[] {
  const widths = shares(table.columns, available);
  return [
    ...(table.caption === undefined ? [] : [styled('tableCaption', table.caption)]),
    new Table({
      ...fixed(widths),
      margins: { left: 70, right: 70, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
      borders: {
        top: line,
        bottom: line,
        left: line,
        right: line,
        insideHorizontal: line,
        insideVertical: line,
      },
      rows: [
        ...headerRows(table.columns, widths),
        ...table.rows.map((row) => dataRow(row, table.columns, widths)),
      ],
    }),
    // Word needs a paragraph between a table and what follows; it also keeps the text below at its distance.
    gap(endsSection ? sectionEnd : 120),
  ];
}

function headerRows(columns: readonly Column[], widths: readonly number[]): TableRow[] {
  const grouped = columns.some((column) => column.group !== undefined);
  const spans = grouped
    ? groupsOf(columns)
    : columns.map((column, start) => ({ text: column.header, start, across: 1, group: false }));
  const upper = spans.map(({ text, start, across, group }) =>
    headerCell(text, widths.slice(start, start + across), grouped && !group ? 2 : 1, isDense(columns)),
  );
  const lower = columns.flatMap((column, index) =>
    column.group === undefined
      ? []
      : [headerCell(column.header, widths.slice(index, index + 1), 1, isDense(columns))],
  );
  const rows = grouped ? [upper, lower] : [upper];
  return rows.map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
}

/** Neighbours with the same group become one span; a column without a group stands alone. */
function groupsOf(columns: readonly Column[]) {
  const spans: { text: string; start: number; across: number; group: boolean }[] = [];
  for (const [start, column] of columns.entries()) {
    const last = spans.at(-1);
    if (column.group !== undefined && last?.group === true && last.text === column.group) last.across += 1;
    else
      spans.push({
        text: column.group ?? column.header,
        start,
        across: 1,
        group: column.group !== undefined,
      });
  }
  return spans;
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

function isDense(columns: readonly Column[]): boolean {
  return columns.length >= denseFrom;
}

function fixed(widths: readonly number[]): Omit<ITableOptions, 'rows'> {
  return {
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
  };
}

/** Relative widths as twips whose sum is exactly the width of the page's text. */
function shares(columns: readonly Column[], available: number): number[] {
  const whole = sum(columns.map((column) => column.width));
  let passed = 0;
  let edge = 0;
  return columns.map((column) => {
    passed += column.width;
    const next = Math.round((available * passed) / whole);
    const width = next - edge;
    edge = next;
    return width;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
