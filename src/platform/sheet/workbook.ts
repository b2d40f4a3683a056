/** A cell as a sheet holds it: text as typed, numbers, yes/no, or a day that the sheet shows as a date ('YYYY-MM-DD'). Empty is null. */
export type Cell = string | number | boolean | SheetDay | null;

export interface SheetDay {
  day: string;
}

/** A rectangle of merged cells, rows and columns counted from 0, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  /** rows[r][c]; rows may be ragged, and empty rows are empty arrays, so that r + 1 is the number Excel shows. */
  rows: Cell[][];
  merges: Merge[];
  /** Rows that a filter or a hand has hidden; they are read like the others. */
  hiddenRows: number[];
  hidden: boolean;
}

/** How the text was written: in an .xlsx 'unicode' unless it holds text of the old fonts; in a .csv the encoding of its bytes. */
export type TextEncoding =
  'unicode' | 'tcvn3' | 'vni' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

export interface Workbook {
  kind: 'xlsx' | 'csv';
  sheets: Sheet[];
  textEncoding: TextEncoding;
}

/** What we take from one upload (B1): bytes of the file, bytes after unpacking in all, entries of the zip, rows and columns. */
export const limits = {
  zipBytes: 10 * 1024 * 1024,
  csvBytes: 12 * 1024 * 1024,
  inflatedBytes: 50 * 1024 * 1024,
  ratio: 100,
  /** Below this many unpacked bytes the ratio says nothing: an empty styled sheet packs very well. */
  ratioFrom: 4 * 1024 * 1024,
  entries: 1000,
  rows: 100_000,
  columns: 200,
  merges: 200_000,
};

/** Excel itself holds no longer text in a cell. */
export const maxCellLength = 32_767;
