import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { PhoneTask } from './phone-task.ts';
import { listTasks } from './queries/list-tasks.server.ts';

/** How long what is done is still shown on phones (days), and how many tasks a phone holds at most. */
const readFor = 30;
const most = 60;

/**
 * The tasks that the phone's owner does, with their checklists and households. Says the same all day and until something
 * changes, so that a phone can keep it and count the days itself.
 */
export async function syncedTasks(ctx: ReadContext): Promise<PhoneTask[]> {
  const mine = { view: 'mine', hamletId: null, onlyOverdue: false } as const;
  const since = addDays(ctx.today, -readFor);
  const tasks = [
    ...(await listTasks(ctx, { ...mine, over: false })),
    ...(await listTasks(ctx, { ...mine, over: true })).filter((task) => dayOf(task.stateAt) >= since),
  ].slice(0, most);
  const details = await detailsOf(
    ctx,
    tasks.map(({ id }) => id),
  );
  return tasks.map((task) => {
    const { checks = [], households = [], note = null } = details.get(task.id) ?? {};
    return {
      id: task.id,
      hamletId: task.hamletId,
      title: task.title,
      text: task.text,
      giver: task.giverName,
      dueOn: task.dueOn,
      priority: task.priority,
      state: task.state,
      stateOn: dayOf(task.stateAt),
      note: task.state === 'returned' || task.state === 'cancelled' ? note : null,
      checks,
      households,
      met: task.householdsMet,
    };
  });
}

interface Details {
  id: Id;
  checks: { text: string; done: boolean }[];
  households: Id[];
  note: string | null;
}

/** Checklists and households of tasks that the caller has found, and the word of their last step. */
async function detailsOf(ctx: ReadContext, ids: readonly Id[]): Promise<Map<Id, Details>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Details>`
    select t.id,
           coalesce((select jsonb_agg(jsonb_build_object('text', k.text, 'done', k.done_at is not null) order by k.position)
                       from task_checks as k where k.commune_id = ${ctx.communeId} and k.task_id = t.id), '[]') as checks,
           coalesce((select jsonb_agg(h.household_id order by h.household_id)
                       from task_households as h where h.commune_id = ${ctx.communeId} and h.task_id = t.id), '[]') as households,
           (select e.data ->> 'note' from events as e
             where e.commune_id = ${ctx.communeId} and e.subject_id = t.id and e.name = 'task.moved'
             order by e.recorded_at desc, e.id desc limit 1) as note
      from tasks as t where t.commune_id = ${ctx.communeId} and t.id = any(${ids}::uuid[])`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
