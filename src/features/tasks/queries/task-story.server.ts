import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import {
  listedHouseholds,
  type ListedHousehold,
} from '#features/registry/queries/listed-households.server.ts';
import type { TaskState } from '../model/task-state.ts';
import { getTask, metSince } from './find-task.server.ts';

export interface TaskCheck {
  position: number;
  text: string;
  doneAt: Date | null;
  doneBy: string | null;
}

/** The lines of a task's checklist, in order. Throws `not_found` when the actor may not see the task. */
export async function listChecks(ctx: ReadContext, taskId: Id): Promise<TaskCheck[]> {
  const task = await getTask(ctx, taskId);
  const rows = await ctx.tx
    .selectFrom('task_checks as k')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'k.done_by'),
    )
    .select(['k.position', 'k.text', 'k.done_at', 'a.full_name'])
    .where('k.commune_id', '=', ctx.communeId)
    .where('k.task_id', '=', task.id)
    .orderBy('k.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    text: row.text,
    doneAt: row.done_at,
    doneBy: row.full_name,
  }));
}

const told = [
  'task.given',
  'task.repeated',
  'task.moved',
  'task.changed',
  'task.commented',
  'task.handed_over',
  'task.evidence_kept',
  'task.evidence_removed',
] as const;

/** One line of a task's story: a step, a changed day, a word, or a file. */
export interface TaskEvent {
  id: string;
  at: Date;
  actorName: string | null;
  name: (typeof told)[number];
  to: TaskState | null;
  dueOn: Day | null;
  note: string | null;
}

/** What happened to a task, oldest first. Throws `not_found` when the actor may not see it. */
export async function listTaskEvents(ctx: ReadContext, taskId: Id): Promise<TaskEvent[]> {
  const task = await getTask(ctx, taskId);
  const { rows } = await sql<TaskEvent>`
    select e.id::text, e.recorded_at as at, a.full_name as "actorName", e.name, e.data #>> '{after,state}' as "to",
           case when e.name = 'task.changed' then e.data #>> '{after,due_on}' end as "dueOn",
           coalesce(e.data ->> 'note', c.text, e.data ->> 'file') as note
      from events as e
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = e.actor_id
      left join task_comments as c on c.commune_id = ${ctx.communeId} and c.id = (e.data ->> 'commentId')::uuid
     where e.commune_id = ${ctx.communeId} and e.subject = 'task' and e.subject_id = ${task.id}
       and e.name = any(${[...told]}::text[])
     order by e.recorded_at, e.id`.execute(ctx.tx);
  return rows;
}

export interface TaskHousehold extends ListedHousehold {
  /** Somebody was met there since the task was given. */
  met: boolean;
}

/** The households that a task names, those still to be met first. Throws `not_found` when the actor may not see the task. */
export async function listTaskHouseholds(ctx: ReadContext, taskId: Id): Promise<TaskHousehold[]> {
  const task = await getTask(ctx, taskId);
  const { rows } = await sql<{ id: Id; met: boolean }>`
    select k.household_id as id, ${metSince(ctx, sql`k.household_id`)} as met
      from task_households as k join tasks as t on t.commune_id = ${ctx.communeId} and t.id = k.task_id
     where k.commune_id = ${ctx.communeId} and k.task_id = ${task.id}
     order by 2, 1`.execute(ctx.tx);
  const listed = await listedHouseholds(
    ctx,
    rows.map((row) => row.id),
  );
  return listed.map((one) => ({ ...one, met: rows.find((row) => row.id === one.id)?.met === true }));
}
