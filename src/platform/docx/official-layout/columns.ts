import type { Column } from '../document-model.ts';

/** From this many columns on the letters are a point smaller, so that a commune of 24 hamlets fits on one page. */
const denseFrom = 9;

export const isDense = (columns: readonly Column[]) => columns.length >= denseFrom;

/** One cell of the upper header row: over how many columns it goes, and whether it stands over headers of their own. */
export interface HeaderSpan {
  text: string;
  start: number;
  across: number;
  group: boolean;
}

export interface HeaderRows {
  /** Whether there are two rows: a cell that is no group then goes down over both. */
  grouped: boolean;
  upper: HeaderSpan[];
  /** Columns with a header of their own in the second row. */
  lower: { text: string; start: number }[];
}

/** The header of a table. Neighbours with the same group become one span; a column without a group stands alone. */
export function headerRows(columns: readonly Column[]): HeaderRows {
  const grouped = columns.some((column) => column.group !== undefined);
  return {
    grouped,
    upper: grouped
      ? groupsOf(columns)
      : columns.map((column, start) => ({ text: column.header, start, across: 1, group: false })),
    lower: columns.flatMap((column, start) =>
      column.group === undefined ? [] : [{ text: column.header, start }],
    ),
  };
}

function groupsOf(columns: readonly Column[]): HeaderSpan[] {
  const spans: HeaderSpan[] = [];
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

/** Relative widths as twips whose sum is exactly the width of the page's text. */
export function shares(columns: readonly Column[], available: number): number[] {
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

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
