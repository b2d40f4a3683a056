import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { hamletsOf, hasRole } from '#features/accounts/model.ts';
import { doersSteps, openStates, type TaskState } from '../model/task-state.ts';
import { canSeeAllTasks, canSeeTask, hamletsLed, isDoer, stepsFor } from '../policy.ts';
import { taskRows, type Task } from './find-task.server.ts';

/** Which tasks: the actor's own to do, those the actor gave, or all that the actor may see. */
export type TaskView = 'mine' | 'given' | 'all';
export interface TaskFilter {
  view: TaskView;
  /** Still to be done or to be verified, or what is over. */
  over: boolean;
  hamletId: Id | null;
  onlyOverdue: boolean;
}

/** How many of what is over are shown; what is open is shown whole. */
const mostOver = 200;

/** Tasks that the actor may see, the nearest due day first; what is over newest first, at most 200. */
export async function listTasks(ctx: ReadContext, filter: TaskFilter): Promise<Task[]> {
  const states: readonly TaskState[] = filter.over ? ['verified', 'cancelled'] : [...openStates, 'done'];
  const conditions: RawBuilder<unknown>[] = [
    sql`t.state = any(${[...states]}::text[])`,
    seen(ctx),
    ...(filter.hamletId === null ? [] : [sql`t.hamlet_id = ${filter.hamletId}`]),
    ...(filter.view === 'given' ? [sql`t.created_by = ${ctx.actor.accountId}`] : []),
    ...(filter.view === 'mine' ? [doneBy(ctx)] : []),
    ...(filter.onlyOverdue ? [sql`t.due_on < ${ctx.today} and t.state <> 'done'`] : []),
  ];
  const order = filter.over ? sql`t.state_at desc, t.id limit ${sql.lit(mostOver)}` : undefined;
  const tasks = await taskRows(ctx, sql.join(conditions, sql` and `), order);
  return tasks.filter(
    (task) => canSeeTask(ctx.actor, task) && (filter.view !== 'mine' || isDoer(ctx.actor, task)),
  );
}

/** What of the tasks waits for the actor: to be done, to be verified, and what was given and is late. */
export async function tasksAtHand(ctx: ReadContext) {
  const open = await listTasks(ctx, { view: 'all', over: false, hamletId: null, onlyOverdue: false });
  const isDoersTurn = (task: Task) => stepsFor(ctx.actor, task).some((step) => doersSteps.includes(step));
  return {
    mine: open.filter((task) => isDoer(ctx.actor, task) && isDoersTurn(task)),
    toVerify: open.filter((task) => stepsFor(ctx.actor, task).includes('verified')),
    late: open.filter(
      (task) => task.daysOverdue > 0 && task.createdBy === ctx.actor.accountId && !isDoer(ctx.actor, task),
    ),
  };
}

/** Tasks `t` of which the actor is the doer, as `isDoer` says it. */
function doneBy({ actor, communeId }: ReadContext): RawBuilder<unknown> {
  const teams = hasRole(actor, 'commune_team_leader') ? sql`or t.hamlet_id is null` : sql``;
  return sql`(
    (t.assignee_kind = 'account' and t.assignee_id = ${actor.accountId})
    or (t.assignee_kind = 'unit' and exists (
      select 1 from unit_people as p where p.commune_id = ${communeId} and p.unit_id = t.assignee_id
         and p.account_id = ${actor.accountId} and p.ended_at is null))
    or (t.assignee_kind = 'member' and t.assignee_id = ${actor.memberId})
    or (t.assignee_kind = 'team' and (t.hamlet_id = any(${hamletsLed(actor)}::uuid[]) ${teams})))`;
}

/** Tasks `t` that may be seen, as `canSeeTask` says it: so that no others are read. */
function seen(ctx: ReadContext): RawBuilder<unknown> {
  const { actor } = ctx;
  if (canSeeAllTasks(actor)) return sql`true`;
  const own = hamletsOf(actor, 'member');
  return sql`(
    t.created_by = ${actor.accountId} or t.hamlet_id = any(${hamletsLed(actor)}::uuid[])
    or (t.assignee_kind = 'team' and t.hamlet_id = any(${own}::uuid[])) or ${doneBy(ctx)})`;
}
