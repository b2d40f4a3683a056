import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import {
  activeHelpers,
  effectiveVisits,
  foldedRecords,
  latestSkillChecks,
  type ActiveHelper,
  type AsOf,
} from './facts.server.ts';
import type { Answers } from './model/digital-status.ts';
import type { GuidanceOutcome } from './model/guidance.ts';
import type { SkillAnswers } from './model/skill-check.ts';

/** A visit that counts, as a phone keeps it. */
export interface SyncedVisit {
  id: Id;
  householdId: Id;
  on: Day;
  byId: Id;
  memberId: Id | null;
  form: string;
  met: 'someone' | 'nobody';
  metIds: Id[];
  need: string | null;
  topics: string[];
  guidances: { residentId: Id | null; platform: string; outcome: GuidanceOutcome }[];
  nextStep: string | null;
  nextOn: Day | null;
  note: string | null;
  minutes: number | null;
}

/** So many visits before the plan's year go along, for the history on the phone. */
const olderVisits = 3;

/** Visits of households that count: those since a day, and the last few before it; newest first. `asOf.among` names the households. */
export async function syncedVisits(ctx: ReadContext, asOf: AsOf, since: Day): Promise<SyncedVisit[]> {
  const { rows } = await sql<SyncedVisit>`
    with visit as materialized (
      select * from (
        select e.*, row_number() over (partition by e.household_id, e.visited_on < ${since} order by e.visited_on desc, e.visited_at desc) as place
          from ${effectiveVisits(asOf)} as e) as counted
       where visited_on >= ${since} or place <= ${olderVisits}
    ),
    guidance as (
      select g.visit_id, json_agg(json_build_object('residentId', g.resident_id, 'platform', g.platform, 'outcome', g.outcome) order by g.id) as list
        from guidances as g join visit as e on e.id = g.visit_id
       where g.commune_id = ${ctx.communeId} group by g.visit_id
    )
    select e.id, e.household_id as "householdId", e.visited_on as "on", e.recorded_by as "byId", e.member_id as "memberId",
           e.form, e.met, e.met_residents as "metIds", v.need, e.topics, coalesce(g.list, '[]') as guidances,
           v.next_step as "nextStep", e.next_on as "nextOn", v.note, e.minutes
      from visit as e
      join visits as v on v.commune_id = ${ctx.communeId} and v.id = e.id
      left join guidance as g on g.visit_id = e.id
     order by e.household_id, e.visited_on desc, e.visited_at desc, e.id desc`.execute(ctx.tx);
  return rows;
}

/** What is known of people's digital life and skills, by person; who is not in it was never asked. */
export async function syncedStatus(
  ctx: ReadContext,
  asOf: AsOf,
): Promise<{ digital: Map<Id, Answers>; skills: Map<Id, SkillAnswers & { checkedOn: Day }> }> {
  const records = await sql<Answers & { resident_id: Id }>`select * from ${foldedRecords(asOf)} as d`.execute(
    ctx.tx,
  );
  const checks = await sql<SkillAnswers & { resident_id: Id; checked_on: Day }>`
    select * from ${latestSkillChecks(asOf)} as k`.execute(ctx.tx);
  return {
    digital: new Map(records.rows.map((row) => [row.resident_id, row])),
    skills: new Map(checks.rows.map((row) => [row.resident_id, { ...row, checkedOn: row.checked_on }])),
  };
}

/** The helpers in force of households. */
export async function syncedHelpers(ctx: ReadContext, asOf: AsOf): Promise<Map<Id, ActiveHelper>> {
  const { rows } = await sql<ActiveHelper>`select * from ${activeHelpers(asOf)} as a`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.household_id, row]));
}
