import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** What is true of movements at a cut-off, for this room and for reports: what was written down later had not happened for it. */
export interface EmulationAsOf {
  communeId: string;
  recordedBy: Date;
  day: Day;
}

export interface EffectiveActivity {
  id: Id;
  movement_id: Id;
  hamlet_id: Id | null;
  held_on: Day;
  place: string;
  work: string;
  recorded_by: Id;
  recorded_at: Date;
}

/** Joint activities (buổi) that count: not cancelled, not replaced by a correction. */
export function effectiveActivities(asOf: EmulationAsOf): RawBuilder<EffectiveActivity> {
  return sql`(
    select a.id, a.movement_id, a.hamlet_id, a.held_on, a.place, a.work, a.recorded_by, a.recorded_at
      from emulation_activities as a
     where a.commune_id = ${asOf.communeId} and not a.void and a.recorded_at <= ${asOf.recordedBy}
       and a.held_on <= ${asOf.day}
       and not exists (select 1 from emulation_activities as newer
         where newer.commune_id = ${asOf.communeId} and newer.replaces = a.id
           and newer.recorded_at <= ${asOf.recordedBy}))`;
}

/** Who took part in each effective activity, in lượt: activity_id, members, teachers, pupils, others. Nobody is in two columns. */
export function takingPart(
  asOf: EmulationAsOf,
): RawBuilder<{ activity_id: Id; members: number; teachers: number; pupils: number; others: number }> {
  return sql`(
    select a.id as activity_id,
           (select count(*)::int from emulation_activity_members as m
             where m.commune_id = ${asOf.communeId} and m.activity_id = a.id) as members,
           coalesce(g.teachers, 0)::int as teachers, coalesce(g.pupils, 0)::int as pupils, coalesce(g.others, 0)::int as others
      from ${effectiveActivities(asOf)} as a
      left join (
        select p.activity_id, sum(p.teachers) as teachers, sum(p.pupils) as pupils, sum(p.others) as others
          from emulation_activity_groups as p where p.commune_id = ${asOf.communeId} group by p.activity_id
      ) as g on g.activity_id = a.id)`;
}
