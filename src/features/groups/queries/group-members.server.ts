import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { Grade, GroupRole } from '../model.ts';
import { canSeeAllGroups } from '../policy.ts';
import { getGroup } from '../queries.server.ts';
import * as words from '../words.ts';

/** Somebody who looks after a group today. */
export interface GroupMember {
  id: Id;
  fullName: string;
  role: GroupRole;
  duty: string | null;
  beganOn: Day;
}

/** Who looks after a group today, who is in charge first, then by given name. Throws `not_found` when the actor may not see it. */
export async function listGroupMembers(ctx: ReadContext, groupId: Id): Promise<GroupMember[]> {
  const group = await getGroup(ctx, groupId);
  const rows = await ctx.tx
    .selectFrom('group_members')
    .select(['id', 'full_name', 'role', 'duty', 'began_on'])
    .where('commune_id', '=', ctx.communeId)
    .where('group_id', '=', group.id)
    .where('ended_on', 'is', null)
    .orderBy('role')
    .orderBy('sort_key')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    role: row.role,
    duty: row.duty,
    beganOn: row.began_on,
  }));
}

/** Who is in charge, how many look after it (người), and the last grade. */
export interface GroupCare {
  groupId: Id;
  lead: string | null;
  members: number;
  grade: Grade | null;
}

/** The care of every group of the commune, by group. Throws `not_found` for who may not read all groups. */
export async function groupsCare(ctx: ReadContext): Promise<Map<Id, GroupCare>> {
  if (!canSeeAllGroups(ctx.actor)) throw notFound();
  const { rows } = await sql<GroupCare>`
    select g.id as "groupId",
           (select m.full_name from group_members as m where m.commune_id = ${ctx.communeId} and m.group_id = g.id
             and m.ended_on is null and m.role = 'lead') as lead,
           (select count(*)::int from group_members as m where m.commune_id = ${ctx.communeId} and m.group_id = g.id
             and m.ended_on is null) as members,
           (select s.grade from group_assessments as s where s.commune_id = ${ctx.communeId} and s.group_id = g.id
             order by s.assessed_on desc, s.recorded_at desc limit 1) as grade
      from groups as g where g.commune_id = ${ctx.communeId}`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.groupId, row]));
}

/** Who looks after each group of the commune today, as "Nguyễn Thị Lan (phụ trách)": who is in charge first, then by given name. Throws `not_found` for who may not read all groups. */
export async function namesOnDuty(ctx: ReadContext): Promise<Map<Id, string[]>> {
  if (!canSeeAllGroups(ctx.actor)) throw notFound();
  const rows = await ctx.tx
    .selectFrom('group_members')
    .select(['group_id', 'full_name', 'role'])
    .where('commune_id', '=', ctx.communeId)
    .where('ended_on', 'is', null)
    .orderBy('role')
    .orderBy('sort_key')
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.group_id)].map(([groupId, members]) => [
      groupId,
      members.map((one) => (one.role === 'lead' ? words.inCharge(one.full_name) : one.full_name)),
    ]),
  );
}

/** How a group was found to work on a day. */
export interface Assessment {
  id: Id;
  on: Day;
  grade: Grade;
  note: string | null;
  byName: string | null;
}

/** What the office found, newest first. Throws `not_found` when the actor may not see the group. */
export async function listAssessments(ctx: ReadContext, groupId: Id): Promise<Assessment[]> {
  const group = await getGroup(ctx, groupId);
  const rows = await ctx.tx
    .selectFrom('group_assessments as s')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 's.recorded_by'),
    )
    .select(['s.id', 's.assessed_on', 's.grade', 's.note', 'a.full_name'])
    .where('s.commune_id', '=', ctx.communeId)
    .where('s.group_id', '=', group.id)
    .orderBy('s.assessed_on', 'desc')
    .orderBy('s.recorded_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    on: row.assessed_on,
    grade: row.grade,
    note: row.note,
    byName: row.full_name,
  }));
}
