import { listHamlets } from '#features/org/queries.server.ts';
import { canGiveTasks, canOpenTasks, canSeeAllTasks } from '#features/tasks/policy.ts';
import { listTasks } from '#features/tasks/queries/list-tasks.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { filterOf } from './filter.ts';

export const _access: Access = canOpenTasks;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const filter = filterOf(event.url, ctx.actor);
    const everywhere = canSeeAllTasks(ctx.actor);
    return {
      filter,
      tasks: await listTasks(ctx, filter),
      mayGive: canGiveTasks(ctx.actor),
      hamlets: everywhere ? await listHamlets(ctx) : [],
    };
  });
