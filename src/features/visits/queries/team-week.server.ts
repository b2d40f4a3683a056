import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, effectiveVisits } from '../facts.server.ts';
import { checkHamlet } from './place.server.ts';

/** What a member of a hamlet's team did in some days: lượt and hộ kept apart (R98). */
export interface MemberWork {
  memberId: Id;
  fullName: string;
  visits: number;
  /** Different households at which somebody was met (hộ). */
  households: number;
  /** The newest visit ever, of which these days may hold none. */
  lastVisitOn: Day | null;
}

/**
 * The work of the members in office of a hamlet's own team from one day to another, the busiest first; who did nothing is
 * there too. Throws `not_found` for a hamlet whose visits the actor may not see.
 */
export async function teamWork(ctx: ReadContext, hamletId: Id, from: Day, to: Day): Promise<MemberWork[]> {
  await checkHamlet(ctx, hamletId);
  const { rows } = await sql<MemberWork>`
    select m.id as "memberId", m.full_name as "fullName",
           count(v.id) filter (where v.visited_on >= ${from})::int as visits,
           count(distinct v.household_id) filter (where v.visited_on >= ${from} and v.met = 'someone')::int as households,
           max(v.visited_on) as "lastVisitOn"
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join ${effectiveVisits({ ...asOfNow(ctx), day: to })} as v on v.member_id = m.id
     where m.commune_id = ${ctx.communeId} and t.hamlet_id = ${hamletId} and t.ended_on is null
       and m.started_on <= ${to} and (m.ended_on is null or m.ended_on > ${to})
     group by m.id, m.full_name, m.sort_key
     order by visits desc, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
