import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { familyOn, hamletThen, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ObstacleKind, ObstacleLevel, ObstacleState } from '../model.ts';

/** Of which place (null: the whole commune), which days, and as written down by when. */
export interface ObstacleQuestion {
  hamletId: Id | null;
  from: Day;
  day: Day;
  cutoffAt: Date;
}

/** An obstacle as it stood at a cut-off. */
export interface ObstacleThen {
  id: Id;
  kind: ObstacleKind;
  title: string;
  /** Null: it concerns the whole commune. */
  hamletName: string | null;
  households: number | null;
  raisedOn: Day;
  state: ObstacleState;
  level: ObstacleLevel;
  dueOn: Day;
  /** The last answer, if it was solved by then. */
  solvedOn: Day | null;
  answer: string | null;
}

/**
 * What was raised or solved in some days, or was not closed at their end, from the steps that were done by the last day and
 * written down by the cut-off: the same cut-off gives the same answer (F25). Asks no permission: who calls it has.
 */
export async function obstaclesAsOf(ctx: ReadContext, question: ObstacleQuestion): Promise<ObstacleThen[]> {
  const { hamletId, from, day, cutoffAt } = question;
  const family = await familyOn(ctx, hamletId, day, cutoffAt);
  const then = { communeId: ctx.communeId, day, recordedBy: cutoffAt };
  const { rows } = await sql<ObstacleThen>`
    with known as (
      select s.* from obstacle_steps as s
       where s.commune_id = ${ctx.communeId} and s.recorded_at <= ${cutoffAt} and s.done_on <= ${day}
    ), last as (
      select distinct on (obstacle_id) * from known order by obstacle_id, seq desc
    ), answered as (
      select distinct on (obstacle_id) obstacle_id, done_on, note from known
       where step = 'resolved' order by obstacle_id, seq desc
    )
    select o.id, last.kind, last.title, h.name as "hamletName", last.households, o.raised_on as "raisedOn",
           last.state, last.level, last.due_on as "dueOn",
           case when last.state in ('resolved', 'confirmed') then answered.done_on end as "solvedOn",
           case when last.state in ('resolved', 'confirmed') then answered.note end as answer
      from last
      join obstacles as o on o.commune_id = ${ctx.communeId} and o.id = last.obstacle_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = ${hamletThen(then, sql`o.id`, sql`o.hamlet_id`)}
      left join answered on answered.obstacle_id = last.obstacle_id
     where ${ofFamily(sql`h.id`, family)}
       and (last.state <> 'confirmed' or o.raised_on >= ${from} or answered.done_on >= ${from})
     order by h.sort_key nulls first, last.state in ('resolved', 'confirmed'), last.due_on, o.id`.execute(
    ctx.tx,
  );
  return rows;
}
