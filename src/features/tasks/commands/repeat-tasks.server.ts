import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { addDays, addMonths, lastDayOf, monthOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Repeats } from '../model/task-input.ts';

/** The due day of the next turn: a week later, or the same day of the next month (its last, where the month is shorter). */
export function nextDue(dueOn: Day, repeats: Exclude<Repeats, 'none'>): Day {
  if (repeats === 'weekly') return addDays(dueOn, 7);
  const month = addMonths(monthOf(dueOn), 1);
  const sameDay = `${month}-${dueOn.slice(8)}`;
  const last = lastDayOf(month);
  return sameDay < last ? sameDay : last;
}

/**
 * Makes the next turn of every repeating task whose day has passed, with its checklist unticked: the first that lies today or
 * ahead, for nobody owes the weeks in which the product stood still. A task that was cancelled repeats no more, nor one whose
 * member, team, account or unit has ended. Run again it makes none twice. Tells 'task.repeated'.
 */
export async function repeatTasks(ctx: WriteContext): Promise<void> {
  for (const task of await dueForNext(ctx)) await makeNext(ctx, task);
}

interface Due {
  id: Id;
  due_on: Day;
  repeats: Exclude<Repeats, 'none'>;
  hamlet_id: Id | null;
}

async function dueForNext(ctx: WriteContext): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select t.id, t.due_on, t.repeats, t.hamlet_id from tasks as t
     where t.commune_id = ${ctx.communeId} and t.repeats <> 'none' and t.due_on < ${ctx.today} and t.state <> 'cancelled'
       and not exists (select 1 from tasks as n where n.commune_id = ${ctx.communeId} and n.follows = t.id)
       and (t.assignee_kind <> 'member' or exists (
         select 1 from team_members as m where m.commune_id = ${ctx.communeId} and m.id = t.assignee_id and m.ended_on is null))
       and (t.assignee_kind <> 'team' or exists (
         select 1 from teams as e where e.commune_id = ${ctx.communeId} and e.id = t.assignee_id and e.ended_on is null))
       and (t.assignee_kind <> 'account' or exists (
         select 1 from accounts as a where a.commune_id = ${ctx.communeId} and a.id = t.assignee_id and a.disabled_at is null))
       and (t.assignee_kind <> 'unit' or exists (
         select 1 from units as u where u.commune_id = ${ctx.communeId} and u.id = t.assignee_id and u.ended_on is null))
     order by t.id`.execute(ctx.tx);
  return rows;
}

async function makeNext(ctx: WriteContext, task: Due): Promise<void> {
  const id = ctx.id();
  let dueOn = nextDue(task.due_on, task.repeats);
  while (dueOn < ctx.today) dueOn = nextDue(dueOn, task.repeats);
  await sql`
    insert into tasks select (jsonb_populate_record(t, ${JSON.stringify({
      id,
      due_on: dueOn,
      follows: task.id,
      state: 'new',
      state_at: ctx.now,
      created_at: ctx.now,
    })}::jsonb)).* from tasks as t where t.commune_id = ${ctx.communeId} and t.id = ${task.id}`.execute(
    ctx.tx,
  );
  await sql`
    insert into task_checks (commune_id, task_id, position, text)
    select commune_id, ${id}, position, text from task_checks
     where commune_id = ${ctx.communeId} and task_id = ${task.id}`.execute(ctx.tx);
  await ctx.emit({
    name: 'task.repeated',
    hamletId: task.hamlet_id,
    subject: 'task',
    subjectId: id,
    data: { follows: task.id, after: { due_on: dueOn, state: 'new' } },
  });
}
