import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { parseInput } from '#platform/commands/parse-input.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { mergeCommunes, sayResult } from '#features/merging/communes/merge-communes.server.ts';
import { Choices, type CommuneMerger } from '#features/merging/communes/merger.ts';
import * as words from '#features/merging/communes/words.ts';
import { day } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { onConsole } from './on-console.ts';

// npm run -s merge-communes -- --from CODE --into CODE --on DD/MM/YYYY --paper TEXT [--choices FILE] [--write]: a commune of this
// installation is merged into another one (decision 0021), with the product stopped. Without --write it is rehearsed, checks and
// all, and taken back.

const wrongUse = 2;

const asked = await readArguments(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Problem ? error.message : words.usage);
  process.exitCode = wrongUse;
});
if (asked) await merge(asked.merger, asked.write);

async function readArguments(args: string[]): Promise<{ merger: CommuneMerger; write: boolean }> {
  const text = { type: 'string', default: '' } as const;
  const { values } = parseArgs({
    args,
    options: {
      from: text,
      into: text,
      on: text,
      paper: text,
      choices: { type: 'string' },
      write: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  for (const code of [values.from, values.into]) if (!/^\d{5}$/.test(code)) wrong(words.codeWrong(code));
  const on = day.safeParse(values.on);
  if (!on.success) wrong(words.dayWrong(values.on));
  const paper = values.paper.normalize('NFC').trim();
  if (paper === '') wrong(words.paperNeeded);
  const choices = values.choices === undefined ? {} : await readChoices(values.choices);
  return {
    merger: { from: values.from, into: values.into, on: on.data, paper, choices: chosen(choices) },
    write: values.write && !values['dry-run'],
  };
}

function wrong(message: string): never {
  throw new Problem('input.invalid', { message });
}

async function readChoices(file: string): Promise<unknown> {
  try {
    // npm runs us in the project's folder; the path is meant from where the person stands.
    const text = await readFile(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
    return JSON.parse(text.normalize('NFC'));
  } catch {
    return wrong(words.choicesUnreadable(file));
  }
}

function chosen(raw: unknown): Choices {
  try {
    return parseInput(Choices, raw);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return wrong(words.choicesWrong(Object.keys(error.fields).join(', ') || '{}'));
  }
}

async function merge(merger: CommuneMerger, write: boolean): Promise<void> {
  await onConsole(async (runtime) => {
    await refuseBesideProduct(runtime.ownerConnection);
    const result = await mergeCommunes(runtime.database, merger, { now: runtime.now(), write });
    if (result.archive !== null) await refreshStatistics(runtime.ownerConnection);
    console.log(sayResult(merger, result, write).join('\n'));
    if (result.rows === null) process.exitCode = 1;
  });
}

/** The product keeps what it knows of each commune while it runs: both stand still while rows go from one to the other. */
async function refuseBesideProduct(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select 1 from pg_stat_activity
        where application_name = 'to-so' and datname = current_database() and pid <> pg_backend_pid() limit 1`,
    );
    if (rowCount) throw new Problem('state.conflict', { message: words.productRuns });
  } finally {
    await client.end();
  }
}
