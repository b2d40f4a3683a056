import { type Field, fieldOf, type SheetColumns } from './columns.ts';
import { findHamlet } from './hamlet-name.ts';
import { type SheetGrid, textOf } from './sheet-grid.ts';

/** The header stands somewhere in the first rows, below titles. */
const searched = 15;
const deepest = 3;

export interface FoundColumns extends SheetColumns {
  /** False when no row looks like a header: a person has to say which column is what. */
  found: boolean;
  /** True when there is a column of identity numbers, which is left out (P3). */
  identity: boolean;
}

/** Finds header (of one to three rows, merged or not) and columns of a sheet, and the hamlet that its name or title tells. */
export function findColumns(grid: SheetGrid): FoundColumns {
  let best: FoundColumns | undefined;
  for (let top = 0; top < Math.min(searched, grid.height); top += 1) {
    if (grid.isBlank(top)) continue;
    const candidate = columnsBelow(grid, top);
    const usable = candidate.columns.fullName !== undefined || candidate.columns.headName !== undefined;
    if (usable && countOf(candidate) >= 2 && countOf(candidate) > countOf(best)) best = candidate;
  }
  const hamlet = findHamlet(grid, best?.firstRow ?? 0);
  if (best) return { ...best, hamlet };
  const labels = Array.from({ length: grid.width }, (_, column) => grid.text(0, column).slice(0, 80));
  return {
    sheet: grid.sheet.name,
    read: false,
    found: false,
    identity: false,
    firstRow: 0,
    labels,
    columns: {},
    hamlet,
  };
}

function countOf(candidate: FoundColumns | undefined): number {
  return candidate ? Object.keys(candidate.columns).length : 0;
}

function columnsBelow(grid: SheetGrid, top: number): FoundColumns {
  let depth = 1;
  while (depth < deepest && isSecondHeader(grid, top, top + depth)) depth += 1;
  const columns: Partial<Record<Field, number>> = {};
  const labels: string[] = [];
  let identity = false;
  for (let column = 0; column < grid.width; column += 1) {
    const parts = partsOf(grid, top, depth, column);
    labels.push(parts.join(' – ').slice(0, 120));
    const field = fieldOf(parts);
    if (field === 'identity') identity = true;
    else if (field !== null) columns[field] ??= column;
  }
  let firstRow = top + depth;
  if (isColumnNumbers(grid, firstRow)) firstRow += 1;
  return {
    sheet: grid.sheet.name,
    read: true,
    found: true,
    identity,
    firstRow,
    labels,
    columns,
    hamlet: null,
  };
}

/** The texts above a column, from the top down, each once. Without merges (CSV) an empty head belongs to the one at its left when both have a second row. */
function partsOf(grid: SheetGrid, top: number, depth: number, column: number): string[] {
  const parts: string[] = [];
  for (let row = top; row < top + depth; row += 1) {
    let text = grid.shownText(row, column);
    if (text === '' && row === top && depth > 1 && grid.text(top + 1, column) !== '') {
      for (let left = column - 1; left >= 0 && text === '' && grid.text(top + 1, left) !== ''; left -= 1) {
        text = grid.text(top, left);
      }
    }
    if (text !== '' && parts.at(-1) !== text) parts.push(text);
  }
  return parts;
}

/** A second header row names halves of the columns above it and holds no data. */
function isSecondHeader(grid: SheetGrid, top: number, row: number): boolean {
  let named = 0;
  for (let column = 0; column < grid.width; column += 1) {
    const cell = grid.own(row, column);
    if (textOf(cell) === '') continue;
    if (typeof cell !== 'string' || /\d/.test(cell)) return false;
    const under = grid.mergeAt(top, column);
    const split = under !== undefined && under.right > under.left && under.bottom < row;
    if (fieldOf([textOf(cell)]) === null && !split) return false;
    named += 1;
  }
  return named > 0;
}

/** "(1) (2) (3) …" or "A B 1 2 …" under the header of an official form. */
export function isColumnNumbers(grid: SheetGrid, row: number): boolean {
  const texts = grid
    .texts(row)
    .filter((text) => text !== '')
    .map((text) => text.replace(/^[([]|[)\]]$/g, ''));
  if (texts.length < 3 || texts.some((text) => text.length > 2)) return false;
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  const letters = texts.filter((text) => /^[A-Za-z]$/.test(text));
  if (numbers.length + letters.length !== texts.length || numbers.length === 0) return false;
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index) && (numbers[0] ?? 9) <= 2;
}
