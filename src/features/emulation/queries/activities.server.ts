import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { ActivityGroup } from '../model/activity.ts';
import { effectiveActivities } from '../facts.server.ts';
import { canSeeMovement } from '../policy.ts';
import { getMovement, type Movement } from './movements.server.ts';

/** A joint activity as it stands (R61). */
export interface Activity {
  id: Id;
  movementId: Id;
  hamletId: Id | null;
  hamletName: string | null;
  heldOn: Day;
  place: string;
  work: string;
  recordedBy: Id;
  recorderName: string | null;
  recordedAt: Date;
  /** Members of teams who were there (lượt), by name. */
  members: { id: Id; name: string }[];
  /** People of units, in numbers (lượt). */
  groups: ActivityGroup[];
}

/** Joint activities of a movement, the newest first; throws `not_found` for who may not read the movement. */
export async function listActivities(ctx: ReadContext, movement: Movement): Promise<Activity[]> {
  if (!canSeeMovement(ctx.actor, movement)) throw notFound();
  return activities(ctx, sql`a.movement_id = ${movement.id}`);
}

/** One that stands, with its movement; `not_found` for what was cancelled, replaced, or is of a movement that the actor may not read. */
export async function getActivity(
  ctx: ReadContext,
  id: Id,
): Promise<{ activity: Activity; movement: Movement }> {
  const activity = visible((await activities(ctx, sql`a.id = ${id}`))[0], () => true);
  return { activity, movement: await getMovement(ctx, activity.movementId) };
}

async function activities(ctx: ReadContext, which: ReturnType<typeof sql>): Promise<Activity[]> {
  const asOf = { communeId: ctx.communeId, recordedBy: ctx.now, day: ctx.today };
  const { rows } = await sql<Activity>`
    select a.id, a.movement_id as "movementId", a.hamlet_id as "hamletId", h.name as "hamletName", a.held_on as "heldOn",
           a.place, a.work, a.recorded_by as "recordedBy", w.full_name as "recorderName", a.recorded_at as "recordedAt",
           coalesce((select json_agg(json_build_object('id', m.id, 'name', m.full_name) order by m.sort_key, m.id)
             from emulation_activity_members as p
             join team_members as m on m.commune_id = ${ctx.communeId} and m.id = p.member_id
            where p.commune_id = ${ctx.communeId} and p.activity_id = a.id), '[]') as members,
           coalesce((select json_agg(json_build_object('unitName', g.unit_name, 'teachers', g.teachers,
               'pupils', g.pupils, 'others', g.others) order by g.position)
             from emulation_activity_groups as g
            where g.commune_id = ${ctx.communeId} and g.activity_id = a.id), '[]') as groups
      from ${effectiveActivities(asOf)} as a
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = a.hamlet_id
      left join accounts as w on w.commune_id = ${ctx.communeId} and w.id = a.recorded_by
     where ${which}
     order by a.held_on desc, a.recorded_at desc, a.id desc`.execute(ctx.tx);
  return rows;
}

/** Somebody of a team who may have taken part. */
export interface PossibleMember {
  id: Id;
  name: string;
  hamletId: Id | null;
  hamletName: string | null;
}

/** Members of teams in office on a day, by hamlet and name. Asks no permission: the page that shows them asks canRecordActivity. */
export async function possibleMembers(ctx: ReadContext, day: Day): Promise<PossibleMember[]> {
  const { rows } = await sql<PossibleMember>`
    select m.id, m.full_name as name, t.hamlet_id as "hamletId", h.name as "hamletName"
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
     where m.commune_id = ${ctx.communeId} and m.started_on <= ${day} and (m.ended_on is null or m.ended_on > ${day})
     order by h.sort_key nulls first, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
