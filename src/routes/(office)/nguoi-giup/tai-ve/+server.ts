import { canExportRegister } from '#features/registry/policy.ts';
import { canOpenHelpers } from '#features/visits/policy.ts';
import { helperBook } from '#features/visits/queries/helper-book.server.ts';
import { formatDay } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { filterOf } from '../filter.ts';
import { exported as words, standing } from '../words.ts';

export const _access: Access = canOpenHelpers;

/** The book as it is filtered on the page, whole, for who may take the register of that place away: it names people. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'helpers',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const filter = filterOf(event.url, ctx.actor);
      const { rows } = await helperBook(ctx, { hamletId: filter.hamletId, show: filter.show }, null);
      if (!canExportRegister(ctx.actor, filter.hamletId)) throw new Problem('not_allowed');
      return rows.map((home) => [
        home.hamletName,
        home.groupName,
        home.headName,
        standing[home.standing],
        home.able.join(', '),
        home.people,
        home.checked,
        home.helper?.memberName ?? null,
        home.helper ? formatDay(home.helper.startedOn) : null,
        home.helper?.everyDays ?? null,
        home.helper?.lastVisitOn ? formatDay(home.helper.lastVisitOn) : null,
        home.helper ? formatDay(home.helper.nextCallOn) : null,
      ]);
    },
  });
