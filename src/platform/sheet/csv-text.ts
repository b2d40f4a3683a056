import { formatDay, isDay } from '#shared/calendar.ts';
import type { ExportFormula, ExportTable, ExportValue } from './write-sheet.server.ts';

const chunk = 64 * 1024;

type PlainValue = Exclude<ExportValue, ExportFormula>;

/** The text of a CSV in pieces of some ten thousand characters: BOM, header, rows. */
export async function* csvLines(table: ExportTable): AsyncGenerator<string> {
  let text = `\ufeff${table.columns.map((column) => csvCell(column.header)).join(';')}\r\n`;
  const kinds = table.columns.map((column) => column.kind);
  for await (const row of table.rows) {
    text += `${kinds.map((kind, index) => csvCell(shown(row[index], kind))).join(';')}\r\n`;
    if (text.length > chunk) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function shown(given: ExportValue, kind: 'text' | 'number' | 'date'): PlainValue {
  const value = typeof given === 'object' ? (given?.value ?? null) : given;
  if (kind === 'date' && typeof value === 'string' && isDay(value)) return formatDay(value);
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

// What a spreadsheet may take for a formula: = + - @ (also full width, also behind blanks and characters that are
// not seen), and a cell that begins with TAB, CR, LF or NUL (B3, ASVS 1.2.10).
// oxlint-disable-next-line no-control-regex
const formula =
  /^(?:[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff']*[=+\-@＝＋－＠]|[\t\r\n\u0000])/;

// Begins with a letter or digit and holds nothing that asks for care: nearly every cell.
const plain = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ./:()-]*[\p{L}\p{M}\p{N}./:()-])?$/u;

/** One cell of a CSV: text that could be a formula gets a leading `'`, so "+84912…" stays text that can be read; quoted where needed. */
export function csvCell(value: PlainValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'x' : '';
  if (plain.test(value)) return value;
  const safe = (formula.test(value) ? `'${value}` : value).toWellFormed().replaceAll('\u0000', '');
  return /[;"\r\n\t,]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
