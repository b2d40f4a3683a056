import type { PoolConfig } from 'pg';
import type { Actor } from '#platform/commands/actor.ts';
import { openDatabase, type Database } from '#platform/db/database.server.ts';
import { readSheets } from '#platform/sheet/read-sheet.server.ts';
import { csvBytes, xlsxBytes } from '#platform/sheet/write-sheet.server.ts';
import '#features/index.server.ts';
import { hamletKindOf } from '#features/org/model.ts';
import { exportRegister } from '#features/registry/commands/export-register.server.ts';
import { commitImport } from '#features/registry/commands/import/commit-import.server.ts';
import { readImport } from '#features/registry/commands/import/read-import.server.ts';
import { seconds } from './measure.ts';

// Heavy work in a process of its own, so that its memory can be seen apart. Started by stages/lists.ts.

export interface Job {
  connection: PoolConfig;
  actor: Actor;
  now: Date;
  task: { kind: 'import'; file: string; name: string } | { kind: 'export'; format: 'xlsx' | 'csv' };
}

export interface JobResult {
  /** Named durations (s) and memory (MB). */
  figures: Record<string, number>;
  problem: string | null;
}

process.once('message', (job: Job) => {
  void answer(job).then((result) => process.send?.(result, () => process.disconnect()));
});

async function answer(job: Job): Promise<JobResult> {
  const database = openDatabase(job.connection, 4);
  const { task } = job;
  try {
    const figures =
      task.kind === 'import'
        ? await importList(database, job, task)
        : await exportList(database, job, task.format);
    return { figures, problem: null };
  } catch (error) {
    return { figures: {}, problem: error instanceof Error ? error.message : 'unknown' };
  } finally {
    await database.close();
  }
}

const peak = () => process.resourceUsage().maxRSS / 1024;

async function importList(
  database: Database,
  { actor, now }: Job,
  { file, name }: { file: string; name: string },
) {
  let readerPeak = Number.NaN;
  let read: Awaited<ReturnType<typeof readImport>> | undefined;
  const preview = await seconds(async () => {
    read = await readImport(database, { actor, now }, { source: file, name });
  });
  if (!read) throw new Error('nothing was read');
  const { importId, summary } = read;
  const hamlets = summary.hamlets.map((hamlet) => ({
    name: hamlet.name,
    create: { name: hamlet.name, kind: hamletKindOf(hamlet.name) },
  }));
  const commit = await seconds(() => commitImport(database, { actor, now }, { importId, hamlets }));
  const figures = {
    preview,
    commit,
    peak: peak(),
    households: summary.households,
    residents: summary.residents,
  };
  // Read once more, only for the memory of the reader: the import does not tell it.
  await readSheets(file, name, { onFinished: (cost) => (readerPeak = cost.peakMegabytes) });
  return { ...figures, readerPeak };
}

async function exportList(database: Database, { actor, now }: Job, format: 'xlsx' | 'csv') {
  const bytesOf = format === 'xlsx' ? xlsxBytes : csvBytes;
  const before = peak();
  let bytes = 0;
  let rows = 0;
  const run = () =>
    exportRegister(database, { actor, now }, { what: 'residents' }, async (table) => {
      rows = 0;
      bytes = 0;
      const counted = (async function* () {
        for await (const row of table.rows) {
          rows += 1;
          yield row;
        }
      })();
      for await (const part of bytesOf({ ...table, rows: counted })) bytes += part.length;
    });
  const first = await seconds(run);
  const times = [await seconds(run), await seconds(run), await seconds(run)].sort((a, b) => a - b);
  return { first, seconds: times[1] ?? first, rows, bytes, added: peak() - before };
}
