import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { familyOn } from '#features/org/queries/hamlet-lives.server.ts';
import type { Day } from '#shared/calendar.ts';
import { visitHours } from '#features/visits/doubts.server.ts';
import { effectiveVisits } from '#features/visits/facts.server.ts';
import type { WorkPattern } from '../model/warnings.ts';
import { periodOf } from '../model/period.ts';
import { inHamlet } from './tallies.server.ts';
import type { FiguresQuestion } from './report-figures.server.ts';

/**
 * How the visits of a hamlet and period lie over days and hours, for the reader of its report (R97). A visit from paper stands at
 * noon and has no hour. Asks no permission: who calls it has (`getReport`).
 */
export async function workPattern(
  ctx: ReadContext,
  { hamletId, span, cutoffAt }: FiguresQuestion,
): Promise<WorkPattern> {
  const { from, day } = periodOf(span, cutoffAt);
  const family = await familyOn(ctx, hamletId, day, cutoffAt);
  const asOf = { communeId: ctx.communeId, recordedBy: cutoffAt, day };
  const { rows } = await sql<{
    visits: number;
    on: Day | null;
    on_visits: number | null;
    hour_name: string | null;
    hour_on: Day | null;
    hour_visits: number | null;
  }>`
    with here as materialized (
      select v.visited_on, v.visited_at, v.member_id, v.recorded_by
        from ${effectiveVisits(asOf)} as v
       where v.visited_on >= ${from} ${inHamlet(sql`v.hamlet_id`, family)}
    ),
    days as (select visited_on, count(*)::int as visits from here group by 1 order by 2 desc, 1 limit 1),
    hours as (select * from ${visitHours(sql`here`)} as h order by h.visits desc, h.hour limit 1)
    select (select count(*)::int from here) as visits, d.visited_on::text as "on", d.visits as on_visits,
           coalesce(m.full_name, a.full_name) as hour_name,
           (h.hour at time zone 'Asia/Ho_Chi_Minh')::date::text as hour_on, h.visits as hour_visits
      from (select 1) as one
      left join days as d on true
      left join hours as h on true
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = h.who
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = h.who`.execute(ctx.tx);
  const [row] = rows;
  return {
    visits: row?.visits ?? 0,
    busiestDay: row?.on && row.on_visits !== null ? { on: row.on, visits: row.on_visits } : null,
    busiestHour:
      row?.hour_name && row.hour_on && row.hour_visits !== null
        ? { name: row.hour_name, on: row.hour_on, visits: row.hour_visits }
        : null,
  };
}
