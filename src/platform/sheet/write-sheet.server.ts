import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { csvLines } from './csv-text.ts';
import { sheetParts } from './sheet-parts.ts';
import { zipStream } from './zip-stream.server.ts';

export interface ExportColumn {
  header: string;
  /** In characters, as Excel counts it. */
  width?: number;
  kind: 'text' | 'number' | 'date';
}

/** A sum that the workbook works out itself, with its value for who only reads it; in a CSV the value alone. Never from what somebody typed. */
export interface ExportFormula {
  /** Without "=": "SUM(C2:C25)". */
  formula: string;
  value: number | null;
}

/** A date is 'YYYY-MM-DD'; a text in a date column that is no day ("1946") stays text. null and undefined are an empty cell. */
export type ExportValue = string | number | boolean | ExportFormula | null | undefined;

export interface ExportTable {
  sheetName: string;
  columns: readonly ExportColumn[];
  rows: Iterable<readonly ExportValue[]> | AsyncIterable<readonly ExportValue[]>;
}

export type ExportTarget = string | NodeJS.WritableStream;

/**
 * A table as the bytes of an .xlsx workbook, made while they are read, with flat memory: bold frozen header row,
 * text typed as text so that nothing in it is ever a formula (B3), days as real dates shown dd/mm/yyyy.
 */
export function xlsxBytes(table: ExportTable): AsyncGenerator<Uint8Array> {
  return zipStream(sheetParts(table));
}

/** A table as the bytes of a CSV that a Vietnamese Excel opens: UTF-8 with BOM, `;`, CRLF, cells that could be formulas disarmed by `'` (B3). */
export async function* csvBytes(table: ExportTable): AsyncGenerator<Uint8Array> {
  for await (const text of csvLines(table)) yield Buffer.from(text, 'utf8');
}

/** Writes `xlsxBytes` to a file or a stream; resolves when all is written, rejects when the rows or the target fail. */
export async function writeXlsx(target: ExportTarget, table: ExportTable): Promise<void> {
  await pipeline(xlsxBytes(table), opened(target));
}

/** Writes `csvBytes` to a file or a stream; resolves when all is written. */
export async function writeCsv(target: ExportTarget, table: ExportTable): Promise<void> {
  await pipeline(csvBytes(table), opened(target));
}

function opened(target: ExportTarget): NodeJS.WritableStream {
  return typeof target === 'string' ? createWriteStream(target) : target;
}
