import { canSeeAllUnits } from '#features/units/policy.ts';
import { listUnits } from '#features/units/queries/units.server.ts';
import { kinds } from '#features/units/words.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words } from '../words.ts';

export const _access: Access = canSeeAllUnits;

/** The list that the reader sees, under the same conditions and the same rights. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'units',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await listUnits(ctx, { ended: event.url.searchParams.get('xem') === 'tat-ca' })).map((one) => [
        one.name,
        kinds[one.kind],
        formatDay(one.startedOn),
        one.endedOn && formatDay(one.endedOn),
        one.people.map(({ name }) => name).join(', ') || null,
        one.contactName,
        one.contactPhone,
        // Nobody named yet is not nobody.
        one.staff === 0 ? null : one.staff,
      ]),
  });
