import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { startOf, addDays, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { familyOn, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';
import { effectiveActivities, takingPart } from '../facts.server.ts';

/** Movements in a span of days, as written down by a cut-off. */
export interface EmulationThen {
  /** Movements (phong trào) that ran on a day of the span, by name. */
  names: string[];
  /** Joint activities (buổi). */
  activities: number;
  /** Who took part in them, in lượt. */
  members: number;
  teachers: number;
  pupils: number;
  others: number;
  /** Units that these movements have called by the end, and of them how many have answered; of a hamlet none: they are the commune's. */
  called: number;
  answered: number;
  /** Commendations that a leader confirmed in the span: of hamlets and units, of people; of a hamlet none: they are the commune's. */
  commendedGroups: number;
  commendedPeople: number;
}

/**
 * What a report says of emulation (R62, R61, R68), of a hamlet or (null) of the commune: joint activities of the whole commune stand
 * in no hamlet's text. What was launched, written down or answered later had not happened. For reports, which ask who may.
 */
export async function emulationAsOf(
  ctx: ReadContext,
  { hamletId, from, day, cutoffAt }: { hamletId: Id | null; from: Day; day: Day; cutoffAt: Date },
): Promise<EmulationThen> {
  const asOf = { communeId: ctx.communeId, recordedBy: cutoffAt, day };
  const end = startOf(addDays(day, 1));
  const known = cutoffAt < end ? cutoffAt : end;
  const family = await familyOn(ctx, hamletId, day, cutoffAt);
  // What came with another commune later has its hamlets named; of the commune's own some are its, or none is named.
  const ofThen =
    hamletId !== null || family === null
      ? sql`true`
      : sql`(not exists (select 1 from emulation_hamlets as p where p.commune_id = ${ctx.communeId} and p.movement_id = m.id)
          or exists (select 1 from emulation_hamlets as p
               where p.commune_id = ${ctx.communeId} and p.movement_id = m.id and ${ofFamily(sql`p.hamlet_id`, family)}))`;
  const { rows } = await sql<EmulationThen>`
    with ran as (
      select m.id, m.name from emulation_movements as m
       where m.commune_id = ${ctx.communeId} and m.launched_at <= ${known} and m.starts_on <= ${day} and m.ends_on >= ${from}
         and (m.cancelled_at is null or m.cancelled_at > ${known}) and ${ofThen}
         and (${hamletId}::uuid is null
           or not exists (select 1 from emulation_hamlets as p where p.commune_id = ${ctx.communeId} and p.movement_id = m.id)
           or exists (select 1 from emulation_hamlets as p
                where p.commune_id = ${ctx.communeId} and p.movement_id = m.id and p.hamlet_id = ${hamletId}::uuid))
    ), held as (
      select t.* from ${effectiveActivities(asOf)} as a
        join ${takingPart(asOf)} as t on t.activity_id = a.id
       where a.held_on >= ${from} and ${hamletId === null ? ofFamily(sql`a.hamlet_id`, family) : sql`a.hamlet_id = ${hamletId}::uuid`}
    ), units as (
      select c.id, (c.first_answered_at <= ${known}) is true as answered from emulation_calls as c
        join ran on ran.id = c.movement_id
       where c.commune_id = ${ctx.communeId} and c.called_at <= ${known}
         and (c.withdrawn_at is null or c.withdrawn_at > ${known})
         and ${hamletId}::uuid is null
    ), commended as (
      select c.kind from emulation_commendations as c
       where c.commune_id = ${ctx.communeId} and c.state = 'confirmed'
         and c.decided_at >= ${startOf(from)} and c.decided_at <= ${known} and ${hamletId}::uuid is null
    )
    select (select coalesce(json_agg(r.name order by r.name, r.id), '[]') from ran as r) as names,
           count(*)::int as activities, coalesce(sum(h.members), 0)::int as members,
           coalesce(sum(h.teachers), 0)::int as teachers, coalesce(sum(h.pupils), 0)::int as pupils,
           coalesce(sum(h.others), 0)::int as others,
           (select count(*)::int from units) as called, (select count(*)::int from units as u where u.answered) as answered,
           (select count(*)::int from commended as c where c.kind <> 'member') as "commendedGroups",
           (select count(*)::int from commended as c where c.kind = 'member') as "commendedPeople"
      from held as h`.execute(ctx.tx);
  return (
    rows[0] ?? {
      names: [],
      activities: 0,
      members: 0,
      teachers: 0,
      pupils: 0,
      others: 0,
      called: 0,
      answered: 0,
      commendedGroups: 0,
      commendedPeople: 0,
    }
  );
}
