import { listHamlets } from '#features/org/queries.server.ts';
import { canExportRegister } from '#features/registry/policy.ts';
import { canAssignHelper, canOpenHelpers, canSeeAllVisits } from '#features/visits/policy.ts';
import { helperBook, memberLoads } from '#features/visits/queries/helper-book.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { filterOf } from './filter.ts';

export const _access: Access = canOpenHelpers;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const filter = filterOf(event.url, ctx.actor);
    const hamlets = await listHamlets(ctx);
    const book = await helperBook(ctx, filter);
    return {
      filter,
      book: {
        ...book,
        rows: book.rows.map((home) => ({ ...home, mayAssign: canAssignHelper(ctx.actor, home) })),
      },
      loads: await memberLoads(ctx, filter.hamletId),
      hamlets: canSeeAllVisits(ctx.actor) ? hamlets : hamlets.filter(({ id }) => filter.own.includes(id)),
      everywhere: canSeeAllVisits(ctx.actor),
      mayExport: canExportRegister(ctx.actor, filter.hamletId),
      today: ctx.today,
    };
  });
