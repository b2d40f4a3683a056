import { open, readFile } from 'node:fs/promises';
import { Problem } from '#shared/problem.ts';
import { decodeLegacy, detectLettering, type Lettering } from './legacy-vietnamese.server.ts';
import { readCsv } from './read-csv.server.ts';
import { readXlsx } from './read-xlsx.server.ts';
import * as words from './words.ts';
import { limits, type Sheet, type Workbook } from './workbook.ts';

/**
 * Reads a file in this very process; `readSheets` calls it in a child. Its kind is told by its first bytes, the name
 * is only believed for plain text. Old lettering is turned into Unicode everywhere, sheet names too.
 */
export async function readFileHere(
  source: string | Buffer,
  fileName: string,
  lettering?: Lettering,
): Promise<Workbook> {
  const { head, size } = await headOf(source);
  if (size === 0) throw new Problem('file.unreadable', { message: words.empty });
  const kind = kindOf(head, fileName);
  if (kind === 'xlsx') {
    if (size > limits.zipBytes)
      throw new Problem('file.too_large', { message: words.fileTooLarge(limits.zipBytes) });
    return inUnicode({ kind, sheets: await readXlsx(source), textEncoding: 'unicode' }, lettering);
  }
  if (size > limits.csvBytes)
    throw new Problem('file.too_large', { message: words.fileTooLarge(limits.csvBytes) });
  const { sheet, encoding } = readCsv(typeof source === 'string' ? await readFile(source) : source);
  return inUnicode({ kind, sheets: [sheet], textEncoding: encoding }, lettering);
}

async function headOf(source: string | Buffer): Promise<{ head: Buffer; size: number }> {
  if (typeof source !== 'string') return { head: source.subarray(0, 512), size: source.length };
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer, fileName: string): 'xlsx' | 'csv' {
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw notTaken(words.oldOrLocked);
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<(?:!doctype|html|\?xml|table|head|meta|body)/i.test(text)) throw notTaken(words.webPage);
  if (/^(?:%PDF|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|Rar!|7z\u00bc\u00af|\u001f\u008b|\{\\rtf|PK)/.test(text))
    throw notTaken(words.otherKind);
  if (/\.(?:csv|tsv|txt)$/i.test(fileName)) return 'csv';
  if (/\.xls[xm]?$/i.test(fileName)) throw new Problem('file.unreadable', { message: words.damaged });
  throw notTaken(words.otherKind);
}

function notTaken(message: string): Problem {
  return new Problem('file.kind_not_supported', { message });
}

function inUnicode(workbook: Workbook, asked?: Lettering): Workbook {
  const lettering = asked ?? detectLettering(textsOf(workbook.sheets));
  const kept = new Map<string, string>();
  const decode = (text: string) => {
    let known = kept.get(text);
    if (known === undefined) {
      known = decodeLegacy(text, lettering);
      if (kept.size < 200_000) kept.set(text, known);
    }
    return known;
  };
  for (const sheet of workbook.sheets) {
    sheet.name = decode(sheet.name);
    for (const row of sheet.rows) {
      for (const [index, cell] of row.entries()) if (typeof cell === 'string') row[index] = decode(cell);
    }
  }
  return lettering === 'unicode' ? workbook : { ...workbook, textEncoding: lettering };
}

function* textsOf(sheets: readonly Sheet[]): Generator<string> {
  for (const sheet of sheets) {
    yield sheet.name;
    for (const row of sheet.rows) for (const cell of row) if (typeof cell === 'string') yield cell;
  }
}
