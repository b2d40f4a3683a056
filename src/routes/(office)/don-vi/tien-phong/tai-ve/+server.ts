import { canSeeAllUnits } from '#features/units/policy.ts';
import { pioneerTable } from '#features/units/queries/pioneers.server.ts';
import { kinds } from '#features/units/words.ts';
import { dayOf, formatMoment, formatMonth } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { RequestHandler } from './$types';
import { monthIn } from '../../months.ts';
import { exportedPioneers as words } from '../../words.ts';

export const _access: Access = canSeeAllUnits;

/** The table of a month as the reader sees it; what is not known is an empty cell, never 0. */
export const GET: RequestHandler = (event) => {
  const month = monthIn(event.url, dayOf(sharedRuntime().now()));
  return listFile(event, {
    list: 'pioneers',
    title: words.title(month),
    columns: words.columns,
    rows: async (ctx) =>
      (await pioneerTable(ctx, month)).rows.map(({ name, kind, declared }) => [
        name,
        kinds[kind],
        formatMonth(month),
        declared?.staff ?? null,
        declared?.vneid ?? null,
        declared?.services ?? null,
        declared?.ePayment ?? null,
        declared && formatMoment(declared.declaredAt),
        declared?.source ?? null,
      ]),
  });
};
