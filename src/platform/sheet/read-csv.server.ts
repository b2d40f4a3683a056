import { parse } from 'csv-parse/sync';
import { Problem } from '#shared/problem.ts';
import { decodeLegacy, detectLettering, type Lettering } from './legacy-vietnamese.server.ts';
import { TextStore } from './text-store.server.ts';
import { syllableShare } from './vietnamese-syllable.ts';
import * as words from './words.ts';
import { type Cell, limits, maxCellLength, type Sheet, type TextEncoding } from './workbook.ts';

export interface CsvText {
  text: string;
  encoding: TextEncoding;
}

/** Reads a CSV or TSV: encoding by its BOM or by what makes Vietnamese of it, separator (`;` `,` TAB `|`) by what cuts the first lines evenly. */
export function readCsv(bytes: Buffer): { sheet: Sheet; encoding: TextEncoding } {
  if (bytes.length > limits.csvBytes) {
    throw new Problem('file.too_large', { message: words.fileTooLarge(limits.csvBytes) });
  }
  const { text, encoding } = csvText(bytes);
  if (text.includes('\u0000')) throw new Problem('file.unreadable', { message: words.textDamaged });
  if (/^\s*<(?:!doctype|html|\?xml|table|head|meta)/i.test(text.slice(0, 500))) {
    throw new Problem('file.kind_not_supported', { message: words.webPage });
  }
  // Excel's own hint at the separator.
  const hint = /^sep=(.)\r?\n/i.exec(text.slice(0, 10));
  const body = hint ? text.slice(hint[0].length) : text;
  const rows = parsed(body, hint?.[1] ?? separatorOf(body.slice(0, 20_000)));
  if (rows.every((row) => row.length === 0)) throw new Problem('file.unreadable', { message: words.empty });
  return { sheet: { name: words.csvSheet, rows, merges: [], hiddenRows: [], hidden: false }, encoding };
}

function parsed(text: string, delimiter: string): Cell[][] {
  const rows: Cell[][] = [];
  const store = new TextStore();
  try {
    parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: limits.columns * maxCellLength,
      on_record: (record: string[]) => {
        rows.push(rowOf(record, rows.length, store));
        return undefined;
      },
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('file.unreadable', { message: words.textDamaged });
  }
  return rows;
}

function rowOf(record: string[], index: number, store: TextStore): Cell[] {
  if (index >= limits.rows) throw new Problem('file.too_large', { message: words.tooManyRows(limits.rows) });
  let length = record.length;
  while (length > 0 && record[length - 1] === '') length -= 1;
  if (length > limits.columns)
    throw new Problem('file.too_large', { message: words.tooManyColumns(limits.columns) });
  return record.slice(0, length).map((value) => {
    if (value.length > maxCellLength) {
      throw new Problem('file.too_large', {
        message: words.cellTooLong(words.csvSheet, index + 1, maxCellLength),
      });
    }
    return value === '' ? null : store.keep(value);
  });
}

/** The text of a file's bytes and how they were written. */
export function csvText(bytes: Buffer): CsvText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: strict(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: strict(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const zeros = zeroShare(bytes);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return { text: strict(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (zeros.even > 0.3 && zeros.odd < 0.05) return { text: strict(bytes, 'utf-16be'), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return singleByteText(bytes);
  }
}

function strict(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('file.unreadable', { message: words.textDamaged });
  }
}

function zeroShare(bytes: Buffer): { even: number; odd: number } {
  const length = Math.min(bytes.length, 4000) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = Math.max(1, length / 2);
  return { even: even / half, odd: odd / half };
}

/** One byte per letter: Windows' Vietnamese code page, or a list typed in the old fonts, which looks like Western text. */
function singleByteText(bytes: Buffer): CsvText {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const sample = western.slice(0, 200_000).split(/[\r\n;,\t]+/);
  const lettering: Lettering = detectLettering(sample);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const asCodePage = syllableShare(vietnamese.slice(0, 200_000).split(/[\r\n;,\t]+/));
  const asFont =
    lettering === 'unicode' ? 0 : syllableShare(sample.map((text) => decodeLegacy(text, lettering)));
  // The workbook's own lettering is told, and decoded, later and in one place.
  if (asFont > asCodePage) return { text: western, encoding: 'windows-1252' };
  return asCodePage >= syllableShare(sample)
    ? { text: vietnamese, encoding: 'windows-1258' }
    : { text: western, encoding: 'windows-1252' };
}

function separatorOf(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 30)
    .filter((line) => line.trim() !== '');
  let best = ';';
  let bestScore = 0;
  for (const separator of [';', '\t', ',', '|']) {
    const counts = lines.map((line) => outsideQuotes(line, separator));
    const most = Math.max(0, ...counts);
    // As many cuts as possible in as many lines as possible: titles above the table have none.
    const score = counts.filter((count) => count === most).length * most;
    if (most > 0 && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

function outsideQuotes(line: string, separator: string): number {
  let count = 0;
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) count += 1;
  }
  return count;
}
