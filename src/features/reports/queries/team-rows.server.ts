import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { hamletThen, teamThen } from '#features/org/queries/hamlet-lives.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Period } from '../model/period.ts';
import { inHamlet } from './tallies.server.ts';

/** Tổ và thành viên, as they stood on a day and were known at a moment. */
export interface TeamCounts {
  teams: number;
  all: number;
  women: number;
  /** Members of whom nobody wrote down whether they are women. */
  sexUnknown: number;
  youth_union: number;
  teachers: number;
}

/** Teams and members of a hamlet and those merged into it; of the commune (null): all of them, and its own team. */
export async function countTeams(
  ctx: ReadContext,
  family: readonly Id[] | null,
  period: Period,
): Promise<TeamCounts | undefined> {
  const { rows } = await sql<TeamCounts>`
    select count(distinct t.id)::int as teams, count(m.id)::int as "all",
           count(m.id) filter (where m.sex = 'female')::int as women,
           count(m.id) filter (where m.sex is null)::int as "sexUnknown",
           count(m.id) filter (where m.organisation = 'youth_union')::int as youth_union,
           count(m.id) filter (where m.organisation = 'school')::int as teachers
      from ${activeTeams(ctx, family, period)} as t
      left join ${activeMembers(ctx, period)} as m on m.team_id = t.id`.execute(ctx.tx);
  return rows[0];
}

/** Teams in being on the day: id, hamlet_id, name. */
export function activeTeams(
  ctx: ReadContext,
  family: readonly Id[] | null,
  { day, cutoffAt }: Period,
): RawBuilder<unknown> {
  const hamlet = hamletThen(
    { communeId: ctx.communeId, day, recordedBy: cutoffAt },
    sql`t.id`,
    sql`t.hamlet_id`,
  );
  return sql`(
    select t.id, ${hamlet} as hamlet_id, t.name from teams as t
     where t.commune_id = ${ctx.communeId} and t.started_on <= ${day}
       ${inHamlet(hamlet, family)}
       and not ${toldAfter(ctx, sql`t.id`, 'team.founded', cutoffAt)}
       and (t.ended_on is null or t.ended_on > ${day} or ${toldAfter(ctx, sql`t.id`, 'team.ended', cutoffAt)}))`;
}

/** Members in office on the day: id, team_id, full_name, sort_key, sex, organisation. */
export function activeMembers(ctx: ReadContext, { day, cutoffAt }: Period): RawBuilder<unknown> {
  const team = teamThen({ communeId: ctx.communeId, day, recordedBy: cutoffAt }, sql`m.id`, sql`m.team_id`);
  return sql`(
    select m.id, ${team} as team_id, m.full_name, m.sort_key, m.sex, m.organisation from team_members as m
     where m.commune_id = ${ctx.communeId} and m.started_on <= ${day}
       and not ${toldAfter(ctx, sql`m.id`, 'team_member.added', cutoffAt)}
       and (m.ended_on is null or m.ended_on > ${day} or ${toldAfter(ctx, sql`m.id`, 'team_member.ended', cutoffAt)}))`;
}

/** Whether it was written down only after the cut-off: then it had not happened for it (P14). */
const toldAfter = (ctx: ReadContext, id: RawBuilder<unknown>, name: string, cutoffAt: Date) => sql`exists (
  select 1 from events as e where e.commune_id = ${ctx.communeId} and e.subject_id = ${id}
     and e.recorded_at > ${cutoffAt} and e.name = ${name})`;
