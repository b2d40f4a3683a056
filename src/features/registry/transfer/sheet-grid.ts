import { formatDay } from '#shared/calendar.ts';
import { cleanLine } from '#shared/fold.ts';
import type { Cell, Merge, Sheet } from '#platform/sheet/workbook.ts';

// A hostile sheet may merge more cells than it has; beyond this merges are not followed.
const mostCovered = 2_000_000;

/** A sheet seen with its merged cells: what is written in the first cell of a merge counts for all of it. */
export class SheetGrid {
  readonly sheet: Sheet;
  readonly width: number;
  readonly #covering = new Map<number, Merge>();
  readonly #texts: string[][] = [];

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
    let covered = 0;
    for (const merge of sheet.merges) {
      const bottom = Math.min(merge.bottom, sheet.rows.length - 1);
      const right = Math.min(merge.right, this.width - 1);
      covered += Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
      if (covered > mostCovered) break;
      for (let row = merge.top; row <= bottom; row += 1) {
        for (let column = merge.left; column <= right; column += 1)
          this.#covering.set(this.#key(row, column), merge);
      }
    }
  }

  get height(): number {
    return this.sheet.rows.length;
  }

  /** What stands in the cell itself. */
  own(row: number, column: number): Cell {
    return this.sheet.rows[row]?.[column] ?? null;
  }

  /** The cell's own text, '' when empty. */
  text(row: number, column: number): string {
    return this.texts(row)[column] ?? '';
  }

  /** The texts of a row, as far as it goes. */
  texts(row: number): readonly string[] {
    return (this.#texts[row] ??= (this.sheet.rows[row] ?? []).map(textOf));
  }

  /** The text that the cell shows, its own or that of its merge. */
  shownText(row: number, column: number): string {
    const merge = this.#covering.size === 0 ? undefined : this.mergeAt(row, column);
    return merge ? this.text(merge.top, merge.left) : this.text(row, column);
  }

  /** The merge that the cell lies in. */
  mergeAt(row: number, column: number): Merge | undefined {
    return this.#covering.get(this.#key(row, column));
  }

  isBlank(row: number): boolean {
    return this.texts(row).every((text) => text === '');
  }

  #key(row: number, column: number): number {
    return row * 16_384 + column;
  }
}

// More than any field takes; what is longer is hostile, and cleaning it would only cost time.
const longest = 4000;
// Most texts need no cleaning, and this tells it faster than cleaning does. Rather too much than too little stands here.
// oxlint-disable-next-line no-control-regex
const mayNeedCleaning =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u206f\u3000\ud800-\udfff\ufeff]|^[ ']| $| {2}/;

/** A cell as one line of clean text; '' when empty. Days as dd/mm/yyyy, numbers without exponent, yes as "x". */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    if (!mayNeedCleaning.test(cell) && cell.length <= longest) return cell.normalize('NFC');
    // A CSV of ours, and Excel itself, mark text with a leading '.
    return cleanLine(cell.slice(0, longest)).replace(/^'(?=[=+\-@\d])/, '');
  }
  if (typeof cell === 'number')
    return Number.isSafeInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)));
  if (typeof cell === 'boolean') return cell ? 'x' : '';
  return formatDay(cell.day);
}
