import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { asOfNow, effectiveGuidances, effectiveVisits } from '../facts.server.ts';
import { canSeeAllVisits, canSeeVisits } from '../policy.ts';

/** A member's work on a day: lượt, hộ and người kept apart (R98). */
export interface MemberDay {
  visits: number;
  nobodyMet: number;
  households: number;
  /** Different people who were guided (người). */
  guided: number;
  minutes: number;
}

/** What a member did on one day (or from one day to another); own figures, or those of a member whose hamlet the actor sees. */
export async function memberDay(
  ctx: ReadContext,
  memberId: Id,
  from: Day,
  to: Day = from,
): Promise<MemberDay> {
  const team = await ctx.tx
    .selectFrom('team_members as m')
    .innerJoin('teams as t', (join) =>
      join.on('t.commune_id', '=', ctx.communeId).onRef('t.id', '=', 'm.team_id'),
    )
    .select('t.hamlet_id')
    .where('m.commune_id', '=', ctx.communeId)
    .where('m.id', '=', memberId)
    .executeTakeFirst();
  const may =
    memberId === ctx.actor.memberId ||
    canSeeAllVisits(ctx.actor) ||
    (team?.hamlet_id !== null && team !== undefined && canSeeVisits(ctx.actor, { hamletId: team.hamlet_id }));
  if (!team || !may) throw notFound();
  const asOf = { ...asOfNow(ctx), day: to };
  const { rows } = await sql<MemberDay>`
    select count(*)::int as visits, count(*) filter (where v.met = 'nobody')::int as "nobodyMet",
           count(distinct v.household_id)::int as households, coalesce(sum(v.minutes), 0)::int as minutes,
           (select count(distinct g.resident_id) from ${effectiveGuidances(asOf)} as g
             where g.member_id = ${memberId} and g.visited_on >= ${from}
               and g.outcome in ('installed', 'activated', 'practised'))::int as guided
      from ${effectiveVisits(asOf)} as v
     where v.member_id = ${memberId} and v.visited_on >= ${from}`.execute(ctx.tx);
  return rows[0] ?? { visits: 0, nobodyMet: 0, households: 0, guided: 0, minutes: 0 };
}
