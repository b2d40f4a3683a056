import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import type { Workbook } from '#platform/sheet/workbook.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import { previewJson } from '#features/registry/transfer/preview-json.ts';
import { readList } from '#features/registry/transfer/read-list.ts';
import * as words from '#features/registry/transfer/words.ts';

// npm run -s import -- FILE --preview --json: what a list holds, without writing anything.

const wrongUse = 2;

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceOf(error));
  return 1;
});

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { preview: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(words.importUsage);
    return wrongUse;
  }
  // npm runs us in the project's folder; the path is meant from where the person stands.
  const workbook = await readSheets(resolve(process.env['INIT_CWD'] ?? '.', file), basename(file));
  return values.preview ? preview(workbook, file, values.json ?? false) : commit();
}

function preview(workbook: Workbook, file: string, json: boolean): number {
  const list = readList(workbook, { today: dayOf(new Date()) });
  if (list.households.length === 0)
    throw new Problem('file.unreadable', { message: words.nothingFound(basename(file)) });
  const result = previewJson(list);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${words.summary(result)}\n`);
  return 0;
}

/** Writes the list into the register; it needs the register's commands, which are not here yet. */
function commit(): number {
  console.error(words.commitNotHere);
  return wrongUse;
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.hasMessage ? error.message : problemText[error.code];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return words.fileNotThere;
  return String(code).startsWith('ERR_PARSE_ARGS') ? words.importUsage : problemText.unexpected;
}
