import { sql, type SqlBool } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { runQuery, type Origin } from '#platform/commands/command.server.ts';
import type { ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { found, notFound } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import * as words from '../import-words.ts';
import type { ImportSummary } from '../model/import.ts';
import { canImport } from '../policy.ts';
import type { ImportRowTable, ImportTable } from '../tables.ts';

export interface ImportHead {
  id: Id;
  fileName: string;
  state: ImportTable['state'];
  /** Households written, of how many (hộ). */
  progress: number;
  total: number;
  createdBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  /** Why it failed or was sent back. */
  message: string | null;
}
export interface ImportPage extends ImportHead {
  summary: ImportSummary;
}
export interface ImportLine {
  position: number;
  sheet: string | null;
  row: number | null;
  headName: string | null;
  hamletName: string | null;
  action: ImportRowTable['action'];
  householdId: Id | null;
  message: string;
}

/** The newest 50 imports of the commune; `not_found` for who may not import. */
export async function listImports(ctx: ReadContext): Promise<ImportHead[]> {
  const rows = await heads(ctx).orderBy('i.created_at', 'desc').orderBy('i.id', 'desc').limit(50).execute();
  return rows.map(toHead);
}

/** One import with what its preview (later: its result) shows. */
export async function getImport(ctx: ReadContext, id: Id): Promise<ImportPage> {
  const row = found(await heads(ctx).select('i.summary').where('i.id', '=', id).executeTakeFirst());
  return { ...toHead(row), summary: row.summary };
}

const pageSize = 100;

/** The report of an import row by row, in the order of the list; `after` is the position of the last row of the page before. */
export async function listImportRows(
  ctx: ReadContext,
  id: Id,
  options: { action?: ImportRowTable['action'] | null; after?: number | null } = {},
): Promise<{ rows: ImportLine[]; next: number | null }> {
  if (!canImport(ctx.actor)) throw notFound();
  const rows = await ctx.tx
    .selectFrom('import_rows')
    .select([
      'position',
      'sheet',
      'row_number',
      'head_name',
      'hamlet_name',
      'action',
      'household_id',
      'message',
    ])
    .where('commune_id', '=', ctx.communeId)
    .where('import_id', '=', id)
    .where('position', '>', options.after ?? -1)
    .$if(Boolean(options.action), (query) => query.where(sql<SqlBool>`action = ${options.action}`))
    .orderBy('position')
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize).map((row) => ({
    position: row.position,
    sheet: row.sheet,
    row: row.row_number,
    headName: row.head_name,
    hamletName: row.hamlet_name,
    action: row.action,
    householdId: row.household_id,
    message: row.message,
  }));
  return { rows: page, next: rows.length > pageSize ? (page.at(-1)?.position ?? null) : null };
}

/** The whole report as a table to download; hands it to `write` while its transaction is open. */
export async function streamImportReport<Result>(
  database: Database,
  origin: Origin,
  id: Id,
  write: (table: ExportTable) => Promise<Result>,
): Promise<Result> {
  return runQuery(database, origin, async (ctx) => {
    await getImport(ctx, id);
    const { sheet, row, hamlet, head, action, code, message } = words.reportHeaders;
    return write({
      sheetName: words.reportSheet,
      columns: [
        { header: sheet, width: 16, kind: 'text' },
        { header: row, width: 8, kind: 'number' },
        { header: hamlet, width: 16, kind: 'text' },
        { header: head, width: 26, kind: 'text' },
        { header: action, width: 12, kind: 'text' },
        { header: code, width: 10, kind: 'text' },
        { header: message, width: 80, kind: 'text' },
      ],
      rows: reportRows(ctx, id),
    });
  });
}

async function* reportRows(ctx: ReadContext, id: Id): AsyncGenerator<readonly ExportValue[]> {
  let after = -1;
  for (;;) {
    const rows = await ctx.tx
      .selectFrom('import_rows as r')
      .leftJoin('households as h', (join) =>
        join.onRef('h.id', '=', 'r.household_id').on('h.commune_id', '=', ctx.communeId),
      )
      .select([
        'r.position',
        'r.sheet',
        'r.row_number',
        'r.hamlet_name',
        'r.head_name',
        'r.action',
        'h.code',
        'r.message',
      ])
      .where('r.commune_id', '=', ctx.communeId)
      .where('r.import_id', '=', id)
      .where('r.position', '>', after)
      .orderBy('r.position')
      .limit(2000)
      .execute();
    for (const row of rows)
      yield [
        row.sheet,
        row.row_number,
        row.hamlet_name,
        row.head_name,
        words.actionNames[row.action],
        row.code,
        row.message,
      ];
    const last = rows.at(-1);
    if (!last) return;
    after = last.position;
  }
}

function heads(ctx: ReadContext) {
  if (!canImport(ctx.actor)) throw notFound();
  return ctx.tx
    .selectFrom('imports as i')
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'i.created_by').on('a.commune_id', '=', ctx.communeId),
    )
    .select([
      'i.id',
      'i.file_name',
      'i.state',
      'i.progress',
      'i.total',
      'i.created_at',
      'i.finished_at',
      'i.undone_at',
      'i.result',
    ])
    .select('a.full_name as created_by_name')
    .where('i.commune_id', '=', ctx.communeId);
}

function toHead(row: Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number]): ImportHead {
  const { result } = row;
  const message =
    typeof result === 'object' && result !== null && 'message' in result ? result.message : null;
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    progress: row.progress,
    total: row.total,
    createdBy: row.created_by_name,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    message: typeof message === 'string' ? message : null,
  };
}
