import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import { canOpenTasks } from './policy.ts';
import type { Task } from './queries/find-task.server.ts';
import { tasksAtHand } from './queries/list-tasks.server.ts';
import { waiting as words } from './words.ts';

/** Work to do, work to verify, and what the actor gave and is late: both ends are shown what is overdue. */
export async function tasksWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canOpenTasks(ctx.actor)) return [];
  const { mine, toVerify, late } = await tasksAtHand(ctx);
  const overdue = mine.filter((task) => task.daysOverdue > 0);
  const inTime = mine.filter((task) => task.daysOverdue === 0);
  return [
    tile('tasks overdue', '/giao-viec', overdue, words.overdue, 'hot'),
    tile('tasks late', '/giao-viec?xem=da-giao', late, words.late, 'hot'),
    tile('tasks', '/giao-viec', inTime, words.mine, 'warm'),
    tile('tasks done', '/giao-viec?xem=tat-ca', toVerify, words.toVerify, 'warm'),
  ];
}

function tile(
  key: string,
  list: string,
  tasks: readonly Task[],
  text: string,
  tone: Waiting['tone'],
): Waiting {
  const [only, ...others] = tasks;
  return {
    key,
    href: only && others.length === 0 ? `/giao-viec/${only.id}` : list,
    count: tasks.length,
    text,
    detail: fewNames([...new Set(tasks.map(({ title }) => title))], 'việc'),
    tone,
    since: only?.dueOn ?? null,
  };
}
