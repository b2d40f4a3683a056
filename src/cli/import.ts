import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import { previewJson } from '#features/registry/transfer/preview-json.ts';
import { readList } from '#features/registry/transfer/read-list.ts';
import * as words from '#features/registry/transfer/words.ts';
import { importOnConsole } from './import-on-console.ts';
import { sentenceOf } from './on-console.ts';

// npm run -s import -- FILE [--preview] [--json] [--create-hamlets]: what a list holds, or its import into the register.

const wrongUse = 2;

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(messageOf(error));
  return 1;
});

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      preview: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'create-hamlets': { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(words.importUsage);
    return wrongUse;
  }
  // npm runs us in the project's folder; the path is meant from where the person stands.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  await access(path);
  if (values.preview) await preview(path, values.json);
  else await importOnConsole(path, { json: values.json, createHamlets: values['create-hamlets'] });
  return Number(process.exitCode ?? 0);
}

async function preview(path: string, json: boolean): Promise<void> {
  const list = readList(await readSheets(path, basename(path)), { today: dayOf(new Date()) });
  if (list.households.length === 0)
    throw new Problem('file.unreadable', { message: words.nothingFound(basename(path)) });
  const result = previewJson(list);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${words.summary(result)}\n`);
}

function messageOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return words.fileNotThere;
  return String(code).startsWith('ERR_PARSE_ARGS') ? words.importUsage : sentenceOf(error);
}
