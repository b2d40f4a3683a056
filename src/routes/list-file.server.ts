import type { RequestEvent } from '@sveltejs/kit';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import {
  csvBytes,
  xlsxBytes,
  type ExportColumn,
  type ExportValue,
} from '#platform/sheet/write-sheet.server.ts';
import { noteExport, type ExportedList } from '#features/accounts/commands/note-export.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { originOf, showProblem } from './door.server.ts';
import { streamedFile } from './streamed-file.server.ts';

/** A list that fits a page or two (members, groups): read whole, then sent as .xlsx or .csv (`loai`), noted in the audit. */
export interface ListFile {
  list: ExportedList;
  title: string;
  columns: readonly ExportColumn[];
  rows: (ctx: WriteContext) => Promise<readonly (readonly ExportValue[])[]>;
}

export async function listFile(
  event: RequestEvent,
  { list, title, columns, rows }: ListFile,
): Promise<Response> {
  const csv = event.url.searchParams.get('loai') === 'csv';
  const origin = originOf(event);
  try {
    const read = await sharedRuntime().database.transaction(
      { commune: origin.actor.communeId },
      async (tx) => {
        const ctx = writeContext(tx, origin);
        const found = await rows(ctx);
        await noteExport(ctx, list, found.length);
        return found;
      },
    );
    const table = { sheetName: title, columns, rows: each(read) };
    return await streamedFile(
      {
        name: `${title} ${dayOf(origin.now)}.${csv ? 'csv' : 'xlsx'}`,
        type: csv
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      (send) => send(csv ? csvBytes(table) : xlsxBytes(table)),
    );
  } catch (cause) {
    return showProblem(cause);
  }
}

async function* each(rows: readonly (readonly ExportValue[])[]): AsyncGenerator<readonly ExportValue[]> {
  yield* rows;
}
