import { sellingSteps } from '#features/commerce/model.ts';
import { canOpenBusinesses } from '#features/commerce/policy.ts';
import { kind } from '#features/commerce/words.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { chosenBusinesses } from '../chosen.server.ts';
import { askedOf } from '../filter.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canOpenBusinesses;

const dayOr = (day: Day | null | undefined) => (day == null ? null : formatDay(day));

/** The list that the reader sees, under the same conditions and the same rights. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'businesses',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await chosenBusinesses(ctx, askedOf(event.url.searchParams))).chosen.map((one) => [
        one.hamlet,
        one.name,
        kind[one.kind],
        one.products,
        formatDay(one.registeredOn),
        ...sellingSteps.map((step) => dayOr(one.pipeline.done.get(step)?.doneOn)),
        one.pipeline.done.get('shop')?.marketplaceName ?? null,
        dayOr(one.committedOn),
        one.technologies,
        dayOr(one.closedOn),
      ]),
  });
