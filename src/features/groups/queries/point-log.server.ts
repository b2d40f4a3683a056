import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { firstDayOf, monthOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, effectiveVisits } from '#features/visits/facts.server.ts';
import { canSeeVisits } from '#features/visits/policy.ts';
import { getGroup } from '../queries.server.ts';

/** What happened at a hamlet's support points: lượt, the hộ and the người met there, each once. */
export interface PointCounts {
  visits: number;
  households: number;
  people: number;
}

/**
 * The visits "Tại điểm hỗ trợ" of the group's hamlet, in this month and this year: the log of the point, whose people feed the
 * targets as at every other visit (W12). Null for who may not read visits there. Throws `not_found` when the actor may not see the group.
 */
export async function pointLog(
  ctx: ReadContext,
  groupId: Id,
): Promise<{ month: PointCounts; year: PointCounts } | null> {
  const { hamletId } = await getGroup(ctx, groupId);
  if (!canSeeVisits(ctx.actor, { hamletId })) return null;
  const count = async (from: string) => {
    const { rows } = await sql<PointCounts>`
      with met as materialized (
        select v.household_id, v.met_residents from ${effectiveVisits(asOfNow(ctx))} as v
         where v.hamlet_id = ${hamletId} and v.form = 'support_point' and v.met = 'someone' and v.visited_on >= ${from}
      )
      select (select count(*)::int from met) as visits,
             (select count(distinct household_id)::int from met) as households,
             (select count(distinct person)::int from met cross join lateral unnest(met.met_residents) as person) as people`.execute(
      ctx.tx,
    );
    return rows[0] ?? { visits: 0, households: 0, people: 0 };
  };
  return {
    month: await count(firstDayOf(monthOf(ctx.today))),
    year: await count(`${ctx.today.slice(0, 4)}-01-01`),
  };
}
