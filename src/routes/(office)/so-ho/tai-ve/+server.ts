import { exportRegister } from '#features/registry/commands/export-register.server.ts';
import { HouseholdFilter } from '#features/registry/model/household-filter.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { csvBytes, xlsxBytes } from '#platform/sheet/write-sheet.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { RequestHandler } from './$types';
import { originOf, showProblem, type Access } from '#routes/door.server.ts';
import { streamedFile } from '#routes/streamed-file.server.ts';
import { filterIn } from '../register-address.ts';
import { fileName } from '../words.ts';

/** The command itself asks whether the actor may export what the filter names. */
export const _access: Access = canOpenRegister;

/** The households (gi=ho) or people (gi=nguoi) that the list's filter names, as .xlsx or .csv (loai). */
export const GET: RequestHandler = async (event) => {
  const address = event.url.searchParams;
  const what = address.get('gi') === 'nguoi' ? 'residents' : 'households';
  const csv = address.get('loai') === 'csv';
  const filter = HouseholdFilter.safeParse({ ...filterIn(address), cursor: null });
  const origin = originOf(event);
  return streamedFile(
    {
      name: `${fileName(what, dayOf(origin.now))}.${csv ? 'csv' : 'xlsx'}`,
      type: csv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    (send) =>
      exportRegister(
        sharedRuntime().database,
        origin,
        { what, filter: filter.success ? filter.data : HouseholdFilter.parse({}) },
        (table) => send(csv ? csvBytes(table) : xlsxBytes(table)),
      ),
  ).catch(showProblem);
};
