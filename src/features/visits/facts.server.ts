import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { itemNames, type DigitalItem } from './model/digital-status.ts';
import { skillItems, type SkillItem } from './model/skill-check.ts';

/**
 * What is true of visits, records, checks and helpers at a cut-off, as SQL that targets, reports and this room's own
 * queries share: `from ${effectiveVisits(asOf)} as v`. Each is a sub-select in parentheses that names the commune in
 * every FROM, so that it also runs on a database distributed by commune (law 7).
 */
export interface AsOf {
  communeId: string;
  /** Only what was written down by this moment: a correction that came later does not change an older report (P14). */
  recordedBy: Date;
  /** Only what happened by the end of this day in Vietnam. */
  day: Day;
  /** Only these households, with the doubles merged into them: see `withMerged`. Without it, all of the commune. */
  among?: readonly Id[];
  /**
   * Relations (id, goes_on) of the merged doubles, for a statement that works them out once (`goesOn`), or that asks
   * about a past moment, whose figures no later merge changes. Without it, today's.
   */
  doubles?: Record<'households' | 'residents', RawBuilder<unknown>>;
  /** Relations of `effectiveVisits` and `effectiveGuidances`, of this day and later, for a statement that works them out once. */
  visits?: RawBuilder<unknown>;
  guidances?: RawBuilder<unknown>;
  /** A relation (id) of people and of their doubles: guidance of these alone, found by an index. */
  people?: RawBuilder<unknown>;
}

/** The cut-off that is now. */
export function asOfNow(ctx: ReadContext, among?: readonly Id[]): AsOf {
  const now = { communeId: ctx.communeId, recordedBy: ctx.now, day: ctx.today };
  return among === undefined ? now : { ...now, among };
}

/** The households together with all that were merged into them, whose visits are theirs now. */
export async function withMerged(
  ctx: Pick<ReadContext, 'tx' | 'communeId'>,
  ids: readonly Id[],
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from ${goesOn('households', { communeId: ctx.communeId })} as doubles where goes_on = any(${ids}::uuid[])`.execute(
    ctx.tx,
  );
  return [...new Set([...ids, ...rows.map((row) => row.id)])];
}

/** Of every double that was merged, the row that goes on in the end (merges may follow one another): id, goes_on. */
export function goesOn(
  table: 'households' | 'residents',
  { communeId, doubles }: Pick<AsOf, 'communeId' | 'doubles'>,
  register: RawBuilder<unknown> = sql.table(table),
): RawBuilder<{ id: Id; goes_on: Id }> {
  if (doubles) return sql`${doubles[table]}`;
  const name = register;
  return sql`(
    with recursive steps (id, step) as (
      select d.id, d.merged_into from ${name} as d where d.commune_id = ${communeId} and d.merged_into is not null
      union all
      select s.id, d.merged_into from steps as s
        join ${name} as d on d.commune_id = ${communeId} and d.id = s.step
       where d.merged_into is not null
    )
    select s.id, s.step as goes_on from steps as s
      join ${name} as d on d.commune_id = ${communeId} and d.id = s.step
     where d.merged_into is null)`;
}

const within = (column: string, among: readonly Id[] | undefined) =>
  among === undefined ? sql`` : sql` and ${sql.ref(column)} = any(${among}::uuid[])`;

const upTo = <Row>(day: Day, relation: RawBuilder<unknown>): RawBuilder<Row> =>
  sql`(select * from ${relation} as known where known.visited_on <= ${day})`;

const notReplaced = (asOf: AsOf, column: string) => sql`not exists (
  select 1 from visits as newer
   where newer.commune_id = ${asOf.communeId} and newer.replaces = ${sql.ref(column)} and newer.recorded_at <= ${asOf.recordedBy})`;

/** The rows `v` of visits that count at the cut-off, whoever has them now: for pages that read by an index. */
export function standing(asOf: AsOf): RawBuilder<boolean> {
  return sql`v.commune_id = ${asOf.communeId} and not v.void
       and v.recorded_at <= ${asOf.recordedBy} and v.visited_on <= ${asOf.day} and ${notReplaced(asOf, 'v.id')}`;
}

export interface EffectiveVisit {
  id: Id;
  /** The household that has the visit now: a merged double's visits are those of the one that goes on. */
  household_id: Id;
  /** The hamlet at the time of the visit. */
  hamlet_id: Id;
  visited_on: Day;
  visited_at: Date;
  recorded_at: Date;
  recorded_by: Id;
  member_id: Id | null;
  form: string;
  met: 'someone' | 'nobody';
  met_residents: Id[];
  topics: string[];
  next_on: Day | null;
  minutes: number | null;
}

/** Visits (lượt) that count: not withdrawn, not replaced by a correction. Those at which nobody was met are among them. */
export function effectiveVisits(asOf: AsOf): RawBuilder<EffectiveVisit> {
  if (asOf.visits) return upTo(asOf.day, asOf.visits);
  return sql`(
    select v.id, coalesce(m.goes_on, v.household_id) as household_id, v.hamlet_id, v.visited_on, v.visited_at,
           v.recorded_at, v.recorded_by, v.member_id, v.form, v.met, v.met_residents, v.topics, v.next_on, v.minutes
      from visits as v
      left join ${goesOn('households', asOf)} as m on m.id = v.household_id
     where ${standing(asOf)}${within('v.household_id', asOf.among)})`;
}

export interface EffectiveGuidance {
  id: Id;
  visit_id: Id;
  household_id: Id;
  hamlet_id: Id;
  visited_on: Day;
  member_id: Id | null;
  /** The person that goes on when doubles were merged; null: nobody in particular. */
  resident_id: Id | null;
  platform: string;
  outcome: 'installed' | 'activated' | 'practised' | 'declined' | 'absent' | 'no_device';
}

/** Guidances of effective visits, one row per person and platform. */
export function effectiveGuidances(asOf: AsOf): RawBuilder<EffectiveGuidance> {
  if (asOf.guidances) return upTo(asOf.day, asOf.guidances);
  const ofPeople = asOf.people ? sql`join ${asOf.people} as asked on asked.id = g.resident_id` : sql``;
  return sql`(
    select g.id, g.visit_id, v.household_id, v.hamlet_id, v.visited_on, v.member_id,
           coalesce(m.goes_on, g.resident_id) as resident_id, g.platform, g.outcome
      from ${effectiveVisits(asOf)} as v
      join guidances as g on g.commune_id = ${asOf.communeId} and g.visit_id = v.id${within('g.household_id', asOf.among)}
      ${ofPeople}
      left join ${goesOn('residents', asOf)} as m on m.id = g.resident_id)`;
}

/** One row per person about whom anything was recorded: `vneid`, `vneid_on`, … the newest answer and its day. */
export type FoldedRecord = { resident_id: Id } & { [Item in DigitalItem]: string | null } & {
  [Item in DigitalItem as `${Item}_on`]: Day | null;
};

/** The digital status as `foldRecords` folds it; `among` means the households in which people live now. */
export function foldedRecords(asOf: AsOf): RawBuilder<FoldedRecord> {
  const newest = sql`order by d.observed_on desc, d.recorded_at desc, d.id desc`;
  const folded = itemNames.map((item) => {
    const column = sql.ref(`d.${item}`);
    const given = sql`filter (where ${column} is not null)`;
    return sql`(array_agg(${column} ${newest}) ${given})[1] as ${sql.ref(item)},
      (array_agg(d.observed_on ${newest}) ${given})[1] as ${sql.ref(`${item}_on`)}`;
  });
  return sql`(
    select coalesce(m.goes_on, d.resident_id) as resident_id, ${sql.join(folded)}
      from digital_records as d
      left join ${goesOn('residents', asOf)} as m on m.id = d.resident_id
     where d.commune_id = ${asOf.communeId} and d.recorded_at <= ${asOf.recordedBy} and d.observed_on <= ${asOf.day}
       and (d.visit_id is null or ${notReplaced(asOf, 'd.visit_id')})${ofPeopleIn(asOf, 'd.resident_id')}
     group by 1)`;
}

/** People who live in the households now, and the doubles that were merged into them. */
const ofPeopleIn = (asOf: AsOf, column: string) =>
  asOf.among === undefined
    ? sql``
    : sql` and ${sql.ref(column)} = any(array(
        select r.id from residents as r
         where r.commune_id = ${asOf.communeId} and r.household_id = any(${asOf.among}::uuid[])
        union all
        select doubles.id from ${goesOn('residents', asOf)} as doubles
          join residents as r on r.commune_id = ${asOf.communeId} and r.id = doubles.goes_on
         where r.household_id = any(${asOf.among}::uuid[])))`;

export type LatestSkillCheck = {
  resident_id: Id;
  checked_on: Day;
  confirmed_on_vneid: 'yes' | 'no' | 'unknown';
  /** All seven items passed: true; one failed: false; else null, not known (`skillVerdict`). */
  skilled: boolean | null;
} & Record<SkillItem, boolean | null>;

/** The newest skill check of each person: by day, then by when it was written down, then by id. */
export function latestSkillChecks(asOf: AsOf): RawBuilder<LatestSkillCheck> {
  const items = skillItems.map((item) => sql.ref(`c.${item}`));
  return sql`(
    select distinct on (coalesce(m.goes_on, c.resident_id)) coalesce(m.goes_on, c.resident_id) as resident_id,
           c.checked_on, c.confirmed_on_vneid, ${sql.join(items)}, ${sql.join(items, sql` and `)} as skilled
      from skill_checks as c
      left join ${goesOn('residents', asOf)} as m on m.id = c.resident_id
     where c.commune_id = ${asOf.communeId} and c.recorded_at <= ${asOf.recordedBy} and c.checked_on <= ${asOf.day}
       ${ofPeopleIn(asOf, 'c.resident_id')}
     order by coalesce(m.goes_on, c.resident_id), c.checked_on desc, c.recorded_at desc, c.id desc)`;
}

export interface ActiveHelper {
  id: Id;
  household_id: Id;
  member_id: Id;
  reason: string;
  every_days: number;
  started_on: Day;
}

/**
 * Assignments in force on the day: begun, not ended, and the member still in office (P20: whose term ends helps nobody).
 * An ending that was written down after the cut-off had not happened for it.
 */
export function activeHelpers(asOf: AsOf): RawBuilder<ActiveHelper> {
  return sql`(
    select a.id, coalesce(m.goes_on, a.household_id) as household_id, a.member_id, a.reason, a.every_days, a.started_on
      from helper_assignments as a
      join team_members as t on t.commune_id = ${asOf.communeId} and t.id = a.member_id
      left join ${goesOn('households', asOf)} as m on m.id = a.household_id
     where a.commune_id = ${asOf.communeId} and a.recorded_at <= ${asOf.recordedBy} and a.started_on <= ${asOf.day}
       and (a.ended_on is null or a.ended_on > ${asOf.day} or a.end_recorded_at > ${asOf.recordedBy})
       and (t.ended_on is null or t.ended_on > ${asOf.day})${within('a.household_id', asOf.among)})`;
}
