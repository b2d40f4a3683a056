import { kind, level, pillar, severity, stateAt } from '#features/obstacles/words.ts';
import { formatDay } from '#shared/calendar.ts';
import { signedIn, type Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { chosenObstacles } from '../chosen.server.ts';
import { askedOf } from '../filter.ts';
import { exported as words, wholeCommune } from '../words.ts';

export const _access: Access = signedIn;

/** The list that the reader sees, under the same conditions and the same rights. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'obstacles',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await chosenObstacles(ctx, askedOf(event.url.searchParams))).map((one) => [
        formatDay(one.raisedOn),
        one.hamletName ?? wholeCommune,
        kind[one.kind],
        pillar[one.pillar],
        one.title,
        one.households,
        severity[one.severity],
        level[one.level],
        stateAt(one),
        formatDay(one.dueOn),
        one.overdue > 0 ? one.overdue : null,
        one.directive,
        one.answer,
        one.raiserName,
      ]),
  });
