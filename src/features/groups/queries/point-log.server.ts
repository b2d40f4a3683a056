import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { firstDayOf, monthOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, effectiveVisits } from '#features/visits/facts.server.ts';
import { canSeeVisits } from '#features/visits/policy.ts';
import { atPoint } from '../model.ts';
import { getGroup } from '../queries.server.ts';

/** What happened at a support point: lượt, the hộ and the người met there, each once; `unknown` are lượt of the hamlet of which nobody said at which point. */
export interface PointCounts {
  visits: number;
  households: number;
  people: number;
  unknown: number;
}

/**
 * The visits "Tại điểm hỗ trợ" at the group's own point, in this month and this year: the log of the point, whose people feed the
 * targets as at every other visit (W12). Those of the hamlet without a point stand apart: they are never shared out. Null for who may not read visits there. Throws `not_found` when the actor may not see the group.
 */
export async function pointLog(
  ctx: ReadContext,
  groupId: Id,
): Promise<{ month: PointCounts; year: PointCounts } | null> {
  const { id, hamletId } = await getGroup(ctx, groupId);
  if (!canSeeVisits(ctx.actor, { hamletId })) return null;
  const count = async (from: string) => {
    const { rows } = await sql<PointCounts>`
      with came as materialized (
        select v.household_id, v.met_residents, p.group_id
          from ${effectiveVisits(asOfNow(ctx))} as v
          left join point_visits as p on p.commune_id = ${ctx.communeId} and p.visit_id = v.id
         where v.form = ${atPoint} and v.met = 'someone' and v.visited_on >= ${from}
           and (p.group_id = ${id} or (p.group_id is null and v.hamlet_id = ${hamletId}))
      ), here as (select * from came where group_id is not null)
      select (select count(*)::int from here) as visits,
             (select count(distinct household_id)::int from here) as households,
             (select count(distinct person)::int from here cross join lateral unnest(here.met_residents) as person) as people,
             (select count(*)::int from came where group_id is null) as unknown`.execute(ctx.tx);
    return rows[0] ?? { visits: 0, households: 0, people: 0, unknown: 0 };
  };
  return {
    month: await count(firstDayOf(monthOf(ctx.today))),
    year: await count(`${ctx.today.slice(0, 4)}-01-01`),
  };
}
