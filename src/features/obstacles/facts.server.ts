import { sql, type RawBuilder } from 'kysely';
import { hamletThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AsOf } from '#features/visits/facts.server.ts';

/** A difficulty as it was known at a moment: the days on which it was told, answered, and first late. */
export interface KnownObstacle {
  id: Id;
  hamlet_id: Id | null;
  title: string;
  raised_on: Day;
  /** The day of the answer that stands; null: there is none, or who raised it said that it is not solved. */
  solved_on: Day | null;
  /** The first day past its clock, of one that still has no answer on the day; null of every other. */
  late_on: Day | null;
}

/**
 * Difficulties (not proposals) that were raised by a day, as written down by a moment: from their steps, which never change,
 * so that the same cut-off gives the same answer (F25). They are those that the report's text names.
 */
export function knownObstacles(asOf: AsOf): RawBuilder<KnownObstacle> {
  const { communeId, day, recordedBy } = asOf;
  return sql`(
    with known as (
      select s.* from obstacle_steps as s
       where s.commune_id = ${communeId} and s.recorded_at <= ${recordedBy} and s.done_on <= ${day}
    ), last as (
      select distinct on (obstacle_id) * from known order by obstacle_id, seq desc
    ), stood as (
      select o.id, ${hamletThen(asOf, sql`o.id`, sql`o.hamlet_id`)} as hamlet_id, last.title, o.raised_on, last.due_on,
             case when last.state in ('resolved', 'confirmed') then
               (select max(k.done_on) from known as k where k.obstacle_id = o.id and k.step = 'resolved') end as solved_on
        from last
        join obstacles as o on o.commune_id = ${communeId} and o.id = last.obstacle_id
       where last.kind = 'obstacle'
    )
    select id, hamlet_id, title, raised_on, solved_on,
           case when solved_on is null and due_on < ${day} then due_on + 1 end as late_on
      from stood)`;
}
