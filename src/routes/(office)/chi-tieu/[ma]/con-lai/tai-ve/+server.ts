import { dayOf } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { csvBytes, xlsxBytes } from '#platform/sheet/write-sheet.server.ts';
import { exportLeft } from '#features/targets/commands/export-left.server.ts';
import { canOpenTargets } from '#features/targets/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { originOf, showProblem, type Access } from '#routes/door.server.ts';
import { streamedFile } from '#routes/streamed-file.server.ts';
import type { RequestHandler } from './$types';
import { leftPage as words } from '../../../words.ts';

/** The command itself asks whether the actor may take these names away. */
export const _access: Access = canOpenTargets;

/** Who is left for the target, in a hamlet (ap) or all, as .xlsx or .csv (loai). */
export const GET: RequestHandler = (event) => {
  const address = event.url.searchParams;
  const csv = address.get('loai') === 'csv';
  const ap = address.get('ap') ?? '';
  const origin = originOf(event);
  const target = event.params.ma;
  return streamedFile(
    {
      name: `${words.fileName(target, dayOf(origin.now))}.${csv ? 'csv' : 'xlsx'}`,
      type: csv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    (send) =>
      exportLeft(sharedRuntime().database, origin, { target, hamletId: isId(ap) ? ap : null }, (table) =>
        send(csv ? csvBytes(table) : xlsxBytes(table)),
      ),
  ).catch(showProblem);
};
