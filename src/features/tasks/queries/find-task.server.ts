import { sql, type RawBuilder } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Priority, Repeats, TaskSource } from '../model/task-input.ts';
import { daysOverdue, type TaskState } from '../model/task-state.ts';
import { canSeeTask, type TaskPlace } from '../policy.ts';

/** A task as people read it. */
export interface Task extends TaskPlace {
  id: Id;
  batchId: Id;
  title: string;
  text: string | null;
  source: TaskSource;
  planItem: string | null;
  target: string | null;
  /** The member, the team, the unit, or the person of the account. */
  doerName: string;
  hamletName: string | null;
  giverName: string | null;
  dueOn: Day;
  /** Whole days since the due day while it is still to be done; 0: not overdue. */
  daysOverdue: number;
  priority: Priority;
  repeats: Repeats;
  follows: Id | null;
  stateAt: Date;
  createdAt: Date;
  checks: number;
  checksDone: number;
  /** Households that it names (hộ), and those at which somebody was met since it was given. */
  households: number;
  householdsMet: number;
  /** Files that show what was done. */
  evidence: number;
}

/** One task; throws `not_found` when there is none that the actor may see. */
export async function getTask(ctx: ReadContext, id: Id): Promise<Task> {
  const [row] = await taskRows(ctx, sql`t.id = ${id}`);
  return visible(row, (task) => canSeeTask(ctx.actor, task));
}

interface Row {
  id: Id;
  batch_id: Id;
  title: string;
  text: string | null;
  source: TaskSource;
  plan_item: string | null;
  target: string | null;
  assignee_kind: Task['assignee']['kind'];
  assignee_id: Id;
  hamlet_id: Id | null;
  due_on: Day;
  priority: Priority;
  repeats: Repeats;
  follows: Id | null;
  state: TaskState;
  state_at: Date;
  state_by: Id | null;
  created_by: Id | null;
  created_at: Date;
  account_ids: Id[];
  doer_name: string | null;
  hamlet_name: string | null;
  giver_name: string | null;
  checks: number;
  checks_done: number;
  households: number;
  households_met: number;
  evidence: number;
}

/** Tasks `t` of a condition, the nearest due day first; the caller decides who may see them. */
export async function taskRows(
  ctx: ReadContext,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`t.due_on, t.priority, t.created_at, t.id`,
): Promise<Task[]> {
  const { rows } = await sql<Row>`
    select t.*, h.name as hamlet_name, g.full_name as giver_name,
           coalesce(m.full_name, team.name, a.full_name, u.name) as doer_name,
           case when t.assignee_kind = 'unit' then array(
             select p.account_id::text from unit_people as p
              where p.commune_id = ${ctx.communeId} and p.unit_id = t.assignee_id and p.ended_at is null) else '{}' end as account_ids,
           coalesce(c.checks, 0)::int as checks, coalesce(c.done, 0)::int as checks_done,
           coalesce(n.households, 0)::int as households, coalesce(n.met, 0)::int as households_met,
           (select count(*) from task_evidence as f
             where f.commune_id = ${ctx.communeId} and f.task_id = t.id)::int as evidence
      from tasks as t
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
      left join accounts as g on g.commune_id = ${ctx.communeId} and g.id = t.created_by
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = t.assignee_id and t.assignee_kind = 'member'
      left join teams as team on team.commune_id = ${ctx.communeId} and team.id = t.assignee_id and t.assignee_kind = 'team'
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = t.assignee_id and t.assignee_kind = 'account'
      left join units as u on u.commune_id = ${ctx.communeId} and u.id = t.assignee_id and t.assignee_kind = 'unit'
      left join lateral (
        select count(*) as checks, count(k.done_at) as done from task_checks as k
         where k.commune_id = ${ctx.communeId} and k.task_id = t.id) as c on true
      left join lateral (
        select count(*) as households, count(*) filter (where ${metSince(ctx, sql`k.household_id`)}) as met
          from task_households as k
         where k.commune_id = ${ctx.communeId} and k.task_id = t.id) as n on true
     where t.commune_id = ${ctx.communeId} and ${where}
     order by ${order}`.execute(ctx.tx);
  return rows.map((row) => ({
    id: row.id,
    batchId: row.batch_id,
    title: row.title,
    text: row.text,
    source: row.source,
    planItem: row.plan_item,
    target: row.target,
    assignee: { kind: row.assignee_kind, id: row.assignee_id },
    accountIds: row.account_ids,
    hamletId: row.hamlet_id,
    doerName: row.doer_name ?? '—',
    hamletName: row.hamlet_name,
    giverName: row.giver_name,
    dueOn: row.due_on,
    daysOverdue: daysOverdue({ state: row.state, dueOn: row.due_on }, ctx.today),
    priority: row.priority,
    repeats: row.repeats,
    follows: row.follows,
    state: row.state,
    stateAt: row.state_at,
    stateBy: row.state_by,
    createdBy: row.created_by,
    createdAt: row.created_at,
    checks: row.checks,
    checksDone: row.checks_done,
    households: row.households,
    householdsMet: row.households_met,
    evidence: row.evidence,
  }));
}

/** Somebody was met at the household since the task `t` was given: read from the visits, so that nobody reports it twice. */
export const metSince = (ctx: ReadContext, household: RawBuilder<unknown>) => sql`exists (
  select 1 from visits as v
   where v.commune_id = ${ctx.communeId} and v.household_id = ${household} and v.met = 'someone' and not v.void
     and v.visited_at >= t.created_at
     and not exists (select 1 from visits as newer where newer.commune_id = ${ctx.communeId} and newer.replaces = v.id))`;
