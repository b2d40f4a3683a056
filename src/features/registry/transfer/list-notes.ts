import type { ListWarning, SkippedRow, SkipReason, WarningCode } from './parsed-list.ts';

/** Collects what a reader has to say about the rows of one sheet; rows are counted from 0 here and from 1 for people. */
export class ListNotes {
  readonly warnings: ListWarning[] = [];
  readonly skipped: SkippedRow[] = [];
  readonly #sheet: string;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  warn(row: number | null, code: WarningCode, text: string): void {
    this.warnings.push({ sheet: this.#sheet, row: row === null ? null : row + 1, code, text });
  }

  skip(row: number, why: SkipReason, text: string): void {
    this.skipped.push({ sheet: this.#sheet, row: row + 1, why, text: text.slice(0, 120) });
  }
}
