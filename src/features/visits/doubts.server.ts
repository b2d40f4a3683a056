import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#shared/ids.ts';
import type { AsOf } from './facts.server.ts';
import { manyInAnHour, type VisitDoubt } from './model/plausible.ts';

/**
 * Hours of work in a relation of effective visits, by whose visits they are: who (a member, or the account of who belongs to none),
 * hour (its beginning), visits (lượt). A visit from paper stands at noon and has no hour.
 */
export function visitHours(visits: RawBuilder<unknown>): RawBuilder<{ who: Id; hour: Date; visits: number }> {
  return sql`(
    select coalesce(v.member_id, v.recorded_by) as who, date_trunc('hour', v.visited_at) as hour, count(*)::int as visits
      from ${visits} as v
     where v.visited_at <> (v.visited_on + time '12:00') at time zone 'Asia/Ho_Chi_Minh'
     group by 1, 2)`;
}

/**
 * Visits of a relation of effective visits that are not believed as they stand at the cut-off: visit_id, doubt. Newest word at the
 * door first (R97): what was found otherwise is doubted, what was confirmed is not, even of an hour with too many.
 */
export function doubtedVisits(
  asOf: AsOf,
  visits: RawBuilder<unknown>,
): RawBuilder<{ visit_id: Id; doubt: VisitDoubt }> {
  return sql`(
    with told as (
      select distinct on (c.visit_id) c.visit_id, c.result
        from visit_checks as c
       where c.commune_id = ${asOf.communeId} and c.checked_at <= ${asOf.recordedBy}
       order by c.visit_id, c.checked_at desc, c.id desc
    ), crowded as (
      select h.who, h.hour from ${visitHours(visits)} as h where h.visits >= ${manyInAnHour}
    )
    select v.id as visit_id, case when t.result = 'differs' then 'differs' else 'crowded' end as doubt
      from ${visits} as v
      left join told as t on t.visit_id = v.id
      left join crowded as h on h.who = coalesce(v.member_id, v.recorded_by)
       and h.hour = date_trunc('hour', v.visited_at)
       and v.visited_at <> (v.visited_on + time '12:00') at time zone 'Asia/Ho_Chi_Minh'
     where t.result = 'differs' or (h.who is not null and t.result is distinct from 'confirmed'))`;
}
