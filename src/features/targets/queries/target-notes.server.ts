import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { familyOn } from '#features/org/queries/hamlet-lives.server.ts';
import { effectiveSessions, outreachContacts } from '#features/outreach/facts.server.ts';
import { effectiveVisits, type AsOf } from '#features/visits/facts.server.ts';
import { targetsInForce } from '../in-force.server.ts';
import { canSeeFigures } from '../policy.ts';
import { everRecorded } from '../relations.server.ts';

/** How old what is known is: of each household or person the newest fact; none counts nowhere. */
export interface FactAge {
  newestOn: Day | null;
  /** Days since the newest fact, of the household or person in the middle. */
  medianDays: number | null;
}

export interface TargetNotes {
  /** Contacts (T2–T4), digital records (T5), skill checks (T6). */
  contacts: FactAge;
  records: FactAge;
  checks: FactAge;
  /** Sessions (buổi) that reached people by a guess in the plan year, and the guesses (người): shown apart, counted nowhere (T2). */
  massChannels: { sessions: number; estimatedPeople: number };
  /** The order check of T3p: of the visits (lượt) of the plan year, how many went to households with a priority reason today. */
  priorityVisits: { toPriority: number; all: number };
}

/** What stands beside the board, counted from the rows, of a hamlet or (null) the commune. Throws `not_found` as the board does. */
export async function targetNotes(ctx: ReadContext, hamletId: Id | null): Promise<TargetNotes | undefined> {
  if (!canSeeFigures(ctx.actor, hamletId)) throw notFound();
  const targets = await targetsInForce(ctx, ctx.today);
  if (!targets) return undefined;
  const { from, to, day } = targets.horizon;
  const asOf: AsOf = { communeId: ctx.communeId, recordedBy: everRecorded, day };
  const family = await familyOn(ctx, hamletId, ctx.today);
  const here = hamletId === null ? sql`` : sql`and h.hamlet_id = ${hamletId}`;
  const { rows } = await sql<Record<string, number | string | null>>`
    with contact as (
      select c.household_id, max(c.held_on) as last_on from (
        select v.household_id, v.visited_on as held_on from ${effectiveVisits(asOf)} as v where v.met = 'someone'
        union all
        select o.household_id, o.held_on from ${outreachContacts(asOf)} as o) as c
        join households as h on h.commune_id = ${ctx.communeId} and h.id = c.household_id ${here}
       group by c.household_id
    ),
    record as (
      select d.resident_id, max(d.observed_on) as last_on from digital_records as d
        join households as h on h.commune_id = ${ctx.communeId} and h.id = d.household_id ${here}
       where d.commune_id = ${ctx.communeId} group by d.resident_id
    ),
    checked as (
      select k.resident_id, max(k.checked_on) as last_on from skill_checks as k
        join households as h on h.commune_id = ${ctx.communeId} and h.id = k.household_id ${here}
       where k.commune_id = ${ctx.communeId} group by k.resident_id
    ),
    visited as (
      -- A join and not "exists": asked for each visit anew it took half a minute at 6.000 households.
      select count(*) as "all", count(m.subject_id) as to_priority
        from ${effectiveVisits(asOf)} as v
        join households as h on h.commune_id = ${ctx.communeId} and h.id = v.household_id ${here}
        left join (select subject_id from target_marks
                    where commune_id = ${ctx.communeId} and target = 'T3p' and belongs) as m
          on m.subject_id = v.household_id
       where v.visited_on between ${from} and ${to}
    )
    select (select max(last_on) from contact) as contacts_on,
           (select ${day}::date - percentile_disc(0.5) within group (order by last_on) from contact) as contacts_days,
           (select max(last_on) from record) as records_on,
           (select ${day}::date - percentile_disc(0.5) within group (order by last_on) from record) as records_days,
           (select max(last_on) from checked) as checks_on,
           (select ${day}::date - percentile_disc(0.5) within group (order by last_on) from checked) as checks_days,
           (select "all" from visited) as visits, (select to_priority from visited) as to_priority,
           count(*) as sessions, coalesce(sum(s.estimated_people), 0) as people
      from ${effectiveSessions(asOf)} as s
     where s.reach_kind = 'estimated' and s.held_on between ${from} and ${to}
       ${family === null ? sql`` : sql`and (s.hamlet_id is null or s.hamlet_id = any(${[...family]}::uuid[]))`}`.execute(
    ctx.tx,
  );
  const row = rows[0] ?? {};
  const age = (kind: string): FactAge => {
    const on = row[`${kind}_on`];
    const days = row[`${kind}_days`];
    return {
      newestOn: typeof on === 'string' ? on : null,
      medianDays: typeof days === 'number' ? days : null,
    };
  };
  const count = (name: string) => Number(row[name] ?? 0);
  return {
    contacts: age('contacts'),
    records: age('records'),
    checks: age('checks'),
    massChannels: { sessions: count('sessions'), estimatedPeople: count('people') },
    priorityVisits: { toPriority: count('to_priority'), all: count('visits') },
  };
}
