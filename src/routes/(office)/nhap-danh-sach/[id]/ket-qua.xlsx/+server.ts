import { canImport } from '#features/registry/policy.ts';
import { getImport, streamImportReport } from '#features/registry/queries/imports.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { xlsxBytes } from '#platform/sheet/write-sheet.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { originOf, read, showProblem, type Access } from '#routes/door.server.ts';
import { streamedFile } from '#routes/streamed-file.server.ts';
import type { RequestHandler } from './$types';
import { resultFileName } from '../../words.ts';

export const _access: Access = canImport;

/** What the import does (or did) with every row of the list. */
export const GET: RequestHandler = async (event) => {
  const { id } = event.params;
  const page = await read(event, async (ctx) => {
    if (!isId(id)) throw notFound();
    return getImport(ctx, id);
  });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return streamedFile({ name: resultFileName(page.fileName), type }, (send) =>
    streamImportReport(sharedRuntime().database, originOf(event), id, (table) => send(xlsxBytes(table))),
  ).catch(showProblem);
};
