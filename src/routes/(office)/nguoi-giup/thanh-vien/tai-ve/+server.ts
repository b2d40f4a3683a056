import { canExportRegister } from '#features/registry/policy.ts';
import { canOpenHelpers } from '#features/visits/policy.ts';
import { memberLoads } from '#features/visits/queries/helper-book.server.ts';
import { Problem } from '#shared/problem.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { filterOf } from '../../filter.ts';
import { communeTeam, exportedLoads as words } from '../../words.ts';

export const _access: Access = canOpenHelpers;

/** Who helps how many households, of the hamlet that the page shows, for the same people as the book itself. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'helper_loads',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const { hamletId } = filterOf(event.url, ctx.actor);
      const loads = await memberLoads(ctx, hamletId);
      if (!canExportRegister(ctx.actor, hamletId)) throw new Problem('not_allowed');
      return loads.map((load) => [
        load.fullName,
        load.hamletName ?? communeTeam,
        load.households,
        load.due,
        load.latest,
      ]);
    },
  });
