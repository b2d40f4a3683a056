import type { Column, Row } from '../../docx/document-model.ts';
import { headerRows, isDense, sum } from '../../docx/official-layout/columns.ts';
import { looks, type StyleId } from '../../docx/official-layout/looks.ts';
import { cellMargin, tableLine, type Sizes } from '../../docx/official-layout/page.ts';
import type { TablePiece } from '../../docx/official-layout/pieces.ts';
import { moved, stacked, type LineMark, type Mark, type Strip, type Tag } from './strips.ts';
import { textStrips } from './text-strips.ts';

interface Cell {
  left: number;
  right: number;
  lines: Strip[];
}

/** A table as strips, a row each: the header comes again on every page, and no row breaks unless it is longer than a page. */
export function tableStrips({ table, widths }: TablePiece, sizes: Sizes, longest: number): Strip[] {
  const tag: Tag = { role: 'Table', parent: null };
  const edges = widths.reduce((all, width) => [...all, (all.at(-1) ?? 0) + width / 20], [0]);
  const grid: Grid = { columns: table.columns, edges, sizes, tag };
  const header = headerStrips(grid);
  const again = header.map((strip) => ({ ...strip, marks: strip.marks.map(untagged) }));
  const room = longest - sum(header.map((strip) => strip.height));
  const rows = table.rows.flatMap((row) => rowStrips(row, grid, room));
  const all = [...header, ...rows.map((strip) => ({ ...strip, header: again }))];
  return all.map((strip, index) =>
    index === all.length - 1 ? { ...strip, height: strip.height + tableLine, slack: 0, held: false } : strip,
  );
}

interface Grid {
  columns: readonly Column[];
  /** Left edge of each column, and the right edge of the last; points. */
  edges: readonly number[];
  sizes: Sizes;
  tag: Tag;
}

function headerStrips(grid: Grid): Strip[] {
  const { grouped, upper, lower } = headerRows(grid.columns);
  const style: StyleId = isDense(grid.columns) ? 'denseHeader' : 'tableHeader';
  const rows = [tr(grid), tr(grid)] as const;
  const cell = (text: string, start: number, across: number, row: Tag) =>
    cellOf(text, style, start, across, grid, { role: 'TH', parent: row, scope: 'Column' });
  const below = lower.map(({ text, start }) => cell(text, start, 1, rows[1]));
  const above = upper.map((span) => ({
    ...cell(span.text, span.start, span.across, rows[0]),
    down: grouped && !span.group,
  }));
  const first = heightOf(above.filter(({ down }) => !down));
  if (!grouped) return [strip(above, first, true)];
  // A cell that goes down over both rows makes the second one taller where it needs the room.
  const second = Math.max(heightOf(below), heightOf(above) - first);
  const tall = above.filter(({ down }) => down);
  return [
    {
      ...strip(above, first, true),
      marks: [
        ...above.flatMap((cell) => contentOf([cell], cell.down ? first + second : first)),
        ...linesAbove(above),
        ...sides(above, first),
      ],
    },
    {
      ...strip(below, second, true),
      // The cells that come down from the first row have no line here.
      marks: [...contentOf(below, second), ...linesAbove(below), ...sides([...below, ...tall], second)],
      foot: linesBelow([...below, ...tall], second),
    },
  ];
}

function rowStrips(row: Row, grid: Grid, longest: number): Strip[] {
  const style: StyleId = isDense(grid.columns) ? 'denseText' : 'tableText';
  const parent = tr(grid);
  const isSection = 'section' in row;
  const cells = isSection
    ? [
        cellOf([{ text: row.section, bold: true }], style, 0, grid.columns.length, grid, {
          role: 'TH',
          parent,
          scope: 'Row',
        }),
      ]
    : grid.columns.map(({ align }, index) => {
        const text = row.cells[index] ?? '';
        const words = row.total === true ? [{ text, bold: true }] : text;
        return cellOf(words, style, index, 1, grid, { role: 'TD', parent }, align);
      });
  const height = heightOf(cells);
  if (height <= longest) return [strip(cells, height, isSection)];
  // Longer than a page: cut between lines, as nothing may be lost.
  const line = cells[0]?.lines[0]?.height ?? 1;
  const count = Math.max(1, Math.floor((longest - 6) / line));
  const parts = Math.ceil(Math.max(...cells.map(({ lines }) => lines.length)) / count);
  return Array.from({ length: parts }, (_, index) => {
    const some = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(index * count, (index + 1) * count),
    }));
    return strip(some, heightOf(some), false);
  });
}

const tr = ({ tag }: Grid): Tag => ({ role: 'TR', parent: tag });

function cellOf(
  text: Parameters<typeof textStrips>[0],
  style: StyleId,
  start: number,
  across: number,
  { edges, sizes }: Grid,
  tag: Tag,
  align?: Column['align'],
): Cell {
  const left = edges[start] ?? 0;
  const right = edges[start + across] ?? left;
  const look = { ...looks[style], ...(align !== undefined && { align }) };
  const available = right - left - cellMargin / 10;
  const [first, ...others] = textStrips(text, { look, sizes, available, tag });
  if (first === undefined) return { left, right, lines: [] };
  // A cell without words is a cell all the same: whoever has the table read aloud counts on it.
  const empty: Mark = { kind: 'text', text: '', face: 'regular', size: 1, x: 0, y: 0, tag };
  const marks = first.marks.length === 0 ? [empty] : first.marks;
  return { left, right, lines: [{ ...first, marks }, ...others] };
}

/** The line above a row belongs to it. */
const heightOf = (cells: readonly Cell[]) =>
  Math.max(0, ...cells.map(({ lines }) => stacked(lines).height)) + tableLine;

function strip(cells: readonly Cell[], height: number, held: boolean): Strip {
  return {
    height,
    before: 0,
    after: 0,
    slack: -tableLine,
    held,
    marks: [...contentOf(cells, height), ...linesAbove(cells), ...sides(cells, height)],
    foot: linesBelow(cells, height),
  };
}

/** Every cell's text in the middle of its height. */
function contentOf(cells: readonly Cell[], height: number): Mark[] {
  return cells.flatMap((cell) => {
    const content = stacked(cell.lines);
    const above = tableLine + Math.max(0, (height - tableLine - content.height) / 2);
    return moved(content.marks, cell.left + cellMargin / 20, above);
  });
}

const half = tableLine / 2;
const drawn = (from: LineMark['from'], to: LineMark['to']): LineMark => ({
  kind: 'line',
  from,
  to,
  width: tableLine,
});

const linesAbove = (cells: readonly Cell[]) =>
  cells.map(({ left, right }) => drawn([left - half, half], [right + half, half]));

/** Drawn where no other row follows: the line below a row is else the next row's line above. */
const linesBelow = (cells: readonly Cell[], height: number) =>
  cells.map(({ left, right }) => drawn([left - half, height + half], [right + half, height + half]));

/** Neighbours share a line. */
function sides(cells: readonly Cell[], height: number): LineMark[] {
  const edges = new Set(cells.flatMap(({ left, right }) => [left, right]));
  return [...edges].map((edge) => drawn([edge, half], [edge, height + half]));
}

function untagged(mark: Mark): Mark {
  if (mark.kind !== 'text') return mark;
  const { tag: _, ...rest } = mark;
  return rest;
}
