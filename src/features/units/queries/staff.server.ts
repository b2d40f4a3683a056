import { sql, type RawBuilder } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { MemberPosition } from '#features/org/model.ts';
import { canNameStaff } from '../policy.ts';
import { getUnit } from './units.server.ts';

/** A member of a team, as far as a unit is told of them: who, and where. */
export interface StaffMember {
  memberId: Id;
  name: string;
  position: MemberPosition;
  teamId: Id;
  teamName: string;
  /** Null: the commune's team. */
  hamletName: string | null;
}

/** The unit's staff who are members of a team today, by hamlet and given name (R67). Throws `not_found` when the actor may not see the unit. */
export async function staffOf(ctx: ReadContext, unitId: Id): Promise<StaffMember[]> {
  const unit = await getUnit(ctx, unitId);
  return members(ctx, sql`exists ${namedFor(ctx, unit.id)}`);
}

/** Members of living teams whom the unit does not count among its staff yet. Throws `not_found` when the actor may not name them. */
export async function possibleStaff(ctx: ReadContext, unitId: Id): Promise<StaffMember[]> {
  const unit = visible(await getUnit(ctx, unitId), (one) => canNameStaff(ctx.actor, one));
  return members(ctx, sql`not exists ${namedFor(ctx, unit.id)}`);
}

const namedFor = (ctx: ReadContext, unitId: Id) => sql`(
  select 1 from unit_staff as s
   where s.commune_id = ${ctx.communeId} and s.unit_id = ${unitId} and s.member_id = m.id and s.ended_at is null)`;

async function members(ctx: ReadContext, where: RawBuilder<unknown>): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    select m.id as "memberId", m.full_name as name, m.position, t.id as "teamId", t.name as "teamName", h.name as "hamletName"
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
     where m.commune_id = ${ctx.communeId} and m.ended_on is null and ${where}
     order by h.sort_key nulls first, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
