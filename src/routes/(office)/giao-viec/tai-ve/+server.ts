import { canGiveTasks } from '#features/tasks/policy.ts';
import { listTasks } from '#features/tasks/queries/list-tasks.server.ts';
import { priorities, sources, states } from '#features/tasks/words.ts';
import { dayOf, formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { filterOf } from '../filter.ts';
import { exported as words } from '../words.ts';

export const _access: Access = canGiveTasks;

/** The list as it is filtered on the page: what the reader may see, and no more. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'tasks',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) =>
      (await listTasks(ctx, filterOf(event.url, ctx.actor))).map((task) => [
        task.title,
        task.doerName,
        task.hamletName,
        task.giverName,
        sources[task.source],
        priorities[task.priority],
        formatDay(dayOf(task.createdAt)),
        formatDay(task.dueOn),
        task.daysOverdue > 0 ? task.daysOverdue : null,
        states[task.state],
        formatDay(dayOf(task.stateAt)),
        task.checks > 0 ? task.checksDone : null,
        task.checks > 0 ? task.checks : null,
        task.households > 0 ? task.householdsMet : null,
        task.households > 0 ? task.households : null,
        task.evidence,
      ]),
  });
