import { readFile } from 'node:fs/promises';
import { runQuery, writeContext, type Origin, type WriteContext } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { readSheets, type ReadOptions } from '#platform/sheet/read-sheet.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import type { ImportSummary } from '../../model/import.ts';
import { canImport } from '../../policy.ts';
import type { ColumnMapping } from '../../transfer/columns.ts';
import type { ParsedList } from '../../transfer/parsed-list.ts';
import { readList } from '../../transfer/read-list.ts';
import * as words from '../../import-words.ts';
import type { HamletChoice } from './import-choices.ts';
import { prepareImport } from './prepare-import.server.ts';
import { startReport } from './report-rows.server.ts';

export interface ImportFile {
  source: Buffer | string;
  name: string;
}
/** How a person corrected the reading. */
export interface ReadingChoices {
  lettering?: NonNullable<ReadOptions['lettering']>;
  mapping?: ColumnMapping;
  hamlets?: readonly HamletChoice[];
}

/**
 * Reads a list (in a child process), compares it with the register and keeps the preview; the register is not touched. Problems:
 * `not_allowed`, and those of `readSheets` for files that are refused.
 */
export async function readImport(
  database: Database,
  origin: Origin,
  file: ImportFile,
  choices: ReadingChoices = {},
): Promise<{ importId: Id; summary: ImportSummary }> {
  if (!canImport(origin.actor)) throw new Problem('not_allowed');
  const bytes = typeof file.source === 'string' ? await readFile(file.source) : file.source;
  const list = await readBytes(bytes, file.name, origin.now, choices);
  return database.transaction({ commune: origin.actor.communeId }, async (tx) => {
    const ctx = writeContext(tx, origin);
    const importId = ctx.id();
    const { plans, summary } = await prepareImport(ctx, list, choices.hamlets ?? []);
    await tx
      .insertInto('imports')
      .values({
        commune_id: ctx.communeId,
        id: importId,
        file_name: file.name.slice(0, 200),
        state: 'read',
        progress: 0,
        total: plans.length,
        file: bytes,
        list: JSON.stringify(list),
        summary: JSON.stringify(summary),
        result: null,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
        finished_at: null,
        undone_at: null,
      })
      .execute();
    await writePreview(ctx, importId, list, plans);
    await ctx.emit({
      name: 'import.read',
      hamletId: null,
      subject: 'import',
      subjectId: importId,
      data: { householdIds: [], fileName: file.name, households: summary.households },
    });
    return { importId, summary };
  });
}

/** Reads the kept file of an import again with other columns, lettering or hamlets; the preview is made anew. */
export async function rereadImport(
  database: Database,
  origin: Origin,
  importId: Id,
  choices: ReadingChoices,
): Promise<{ importId: Id; summary: ImportSummary }> {
  if (!canImport(origin.actor)) throw new Problem('not_allowed');
  const row = await runQuery(database, origin, (ctx) =>
    ctx.tx
      .selectFrom('imports')
      .select(['file', 'file_name', 'state'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', importId)
      .executeTakeFirst(),
  );
  const { file, file_name: name, state } = found(row);
  if (file === null || (state !== 'read' && state !== 'failed'))
    throw new Problem('state.conflict', { message: words.notWaiting });
  const list = await readBytes(file, name, origin.now, choices);
  return database.transaction({ commune: origin.actor.communeId }, async (tx) => {
    const ctx = writeContext(tx, origin);
    const { plans, summary } = await prepareImport(ctx, list, choices.hamlets ?? []);
    const { numUpdatedRows } = await tx
      .updateTable('imports')
      .set({
        state: 'read',
        progress: 0,
        total: plans.length,
        list: JSON.stringify(list),
        summary: JSON.stringify(summary),
        result: null,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', importId)
      .where('state', 'in', ['read', 'failed'])
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Problem('state.conflict', { message: words.notWaiting });
    await writePreview(ctx, importId, list, plans);
    return { importId, summary };
  });
}

async function readBytes(
  bytes: Buffer,
  name: string,
  now: Date,
  choices: ReadingChoices,
): Promise<ParsedList> {
  const workbook = await readSheets(bytes, name, choices.lettering ? { lettering: choices.lettering } : {});
  return readList(workbook, { today: dayOf(now), ...(choices.mapping && { mapping: choices.mapping }) });
}

type Plans = Awaited<ReturnType<typeof prepareImport>>['plans'];

async function writePreview(ctx: WriteContext, importId: Id, list: ParsedList, plans: Plans): Promise<void> {
  const report = await startReport(ctx, importId, list, plans);
  for (let start = 0; start < plans.length; start += 5000) {
    const part = plans.slice(start, start + 5000);
    await report.add(
      part,
      part.map((plan) => ({ householdId: plan.found?.row.id ?? null, before: null })),
    );
  }
}
