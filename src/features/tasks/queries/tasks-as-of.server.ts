import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { familyOn, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { openStates } from '../model/task-state.ts';

/** Tasks (việc) of a period, as they stood at its end. */
export interface TasksThen {
  given: number;
  /** Found done by who gave them or leads. */
  verified: number;
  /** Still to be done at the end; `late` of them past their day. */
  open: number;
  late: number;
}

/**
 * Tasks of a hamlet (null: of the whole commune) in a period as written down by a cut-off: from what happened to them, which never
 * changes, so that the same cut-off gives the same answer (F25). What was given before and is still open counts as open.
 */
export async function tasksAsOf(
  ctx: ReadContext,
  { hamletId, from, day, cutoffAt }: { hamletId: Id | null; from: Day; day: Day; cutoffAt: Date },
): Promise<TasksThen> {
  const family = await familyOn(ctx, hamletId, day, cutoffAt);
  const { rows } = await sql<TasksThen>`
    with told as materialized (
      select e.subject_id, e.id, e.name, e.hamlet_id, e.recorded_at,
             (e.happened_at at time zone 'Asia/Ho_Chi_Minh')::date as on_day,
             e.data #>> '{after,state}' as state, (e.data #>> '{after,due_on}')::date as due_on
        from tasks as t
        join events as e on e.commune_id = ${ctx.communeId} and e.subject_id = t.id and e.subject = 'task'
       where t.commune_id = ${ctx.communeId} and e.recorded_at <= ${cutoffAt}
         and e.name in ('task.given', 'task.repeated', 'task.moved', 'task.changed')
         and (e.happened_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}
    ), stood as (
      select g.subject_id, g.on_day as given_on,
             (select l.state from told as l where l.subject_id = g.subject_id and l.state is not null
               order by l.recorded_at desc, l.id desc limit 1) as state,
             (select l.due_on from told as l where l.subject_id = g.subject_id and l.due_on is not null
               order by l.recorded_at desc, l.id desc limit 1) as due_on,
             (select max(l.on_day) from told as l where l.subject_id = g.subject_id and l.state = 'verified') as verified_on
        from told as g
       where g.name in ('task.given', 'task.repeated')
         and ${ofFamily(sql`g.hamlet_id`, family)}
    )
    select count(*) filter (where given_on >= ${from})::int as given,
           count(*) filter (where verified_on >= ${from})::int as verified,
           count(*) filter (where state = any(${[...openStates]}::text[]))::int as open,
           count(*) filter (where state = any(${[...openStates]}::text[]) and due_on < ${day})::int as late
      from stood`.execute(ctx.tx);
  return rows[0] ?? { given: 0, verified: 0, open: 0, late: 0 };
}
