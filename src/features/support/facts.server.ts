import { sql, type RawBuilder } from 'kysely';
import { hamletThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AsOf } from '#features/visits/facts.server.ts';

export interface KnownRequest {
  id: Id;
  hamlet_id: Id;
  person_name: string;
  raised_on: Day;
  /** The day on which help came; null: it has not. */
  helped_on: Day | null;
  /** The first day past the last day in time on which somebody still waited; null: there was none. */
  late_on: Day | null;
}

/**
 * Requests for help that were asked by a day, as written down by a moment: from their steps, which never change, so that the same
 * cut-off gives the same answer (F25). Who no longer needed help, or was not there, by the last day in time was not late.
 */
export function knownRequests(asOf: AsOf): RawBuilder<KnownRequest> {
  const { communeId, day, recordedBy } = asOf;
  const known = sql`s.commune_id = ${communeId} and s.recorded_at <= ${recordedBy} and s.done_on <= ${day}`;
  return sql`(
    select r.id, ${hamletThen(asOf, sql`r.id`, sql`r.hamlet_id`)} as hamlet_id, r.person_name, r.raised_on, helped.done_on as helped_on,
           case when r.due_on < ${day} and coalesce(ended.done_on, ${day}) > r.due_on then r.due_on + 1 end as late_on
      from support_requests as r
      join support_steps as s on ${known} and s.request_id = r.id and s.step = 'new'
      left join lateral (select min(s.done_on) as done_on from support_steps as s
        where ${known} and s.request_id = r.id and s.step in ('done', 'no_show', 'cancelled')) as ended on true
      left join lateral (select min(s.done_on) as done_on from support_steps as s
        where ${known} and s.request_id = r.id and s.step = 'done') as helped on true
     where r.commune_id = ${communeId})`;
}
