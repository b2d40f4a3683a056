import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { firstDayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { compileCounts } from '#features/targets/compile-counts.server.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import { familyOn, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';
import { targetsInForce, type TargetsInForce } from '#features/targets/in-force.server.ts';
import type { Frame, Sources } from '#features/targets/relations.server.ts';
import { sourcesAt } from '#features/targets/rewind.server.ts';
import { knownObstacles } from '#features/obstacles/facts.server.ts';
import { knownRequests } from '#features/support/facts.server.ts';
import { attendedTrainings, heldClasses } from '#features/training/facts.server.ts';
import {
  effectiveGuidances,
  effectiveVisits,
  goesOn,
  withMerged,
  type AsOf,
} from '#features/visits/facts.server.ts';
import { reportQuestions } from '../measures.ts';
import type { Period } from '../model/period.ts';

/** What the figures of one moment are read from: made once, used for every count. */
export interface Ground {
  hamletId: Id | null;
  /** The hamlet with those merged into it by the asked period's last day; null: the whole commune (see `familyOn`). */
  family: readonly Id[] | null;
  period: Period;
  asOf: AsOf;
  /** The households that may matter, so that nothing is read of others; undefined for the whole commune. */
  among: readonly Id[] | undefined;
  sources: Sources;
  /** From when the year's sums count. */
  yearFrom: Day;
  /** Undefined while the commune has no plan. */
  targets: TargetsInForce | undefined;
  /** Targets in force and the report's own questions. */
  questions: TargetDefinition[];
}

/**
 * Lays the ground for a hamlet (null: the commune) and a period as known at its cut-off. Another ground of the same hamlet
 * lends its family, so that periods before are of the same people, and of the same cut-off its register, the dearest part of it.
 */
export async function groundOf(
  ctx: ReadContext,
  hamletId: Id | null,
  period: Period,
  lent?: Ground,
): Promise<Ground> {
  const targets = await targetsInForce(ctx, period.day, period.cutoffAt);
  const same = lent?.hamletId === hamletId && lent.period.cutoffAt.getTime() === period.cutoffAt.getTime();
  const family =
    lent?.hamletId === hamletId ? lent.family : await familyOn(ctx, hamletId, period.day, period.cutoffAt);
  const sources = same ? lent.sources : await sourcesAt(ctx, period.cutoffAt, period.day);
  return {
    hamletId,
    family,
    period,
    asOf: {
      communeId: ctx.communeId,
      recordedBy: period.cutoffAt,
      day: period.day,
      doubles: {
        households: goesOn('households', ctx, sources.households),
        residents: goesOn('residents', ctx, sources.residents),
      },
    },
    among: same ? lent.among : await householdsOf(ctx, family, sources),
    sources,
    yearFrom: yearFromOf(period, targets),
    targets,
    questions: targets ? [...targets.definitions, ...reportQuestions(targets.definitions)] : [],
  };
}

/**
 * The plan's first day; where months end on the 14th, the year of reports begins on 15 December (NĐ 09/2019), or work of those
 * days would stand in no report's sum.
 */
function yearFromOf({ span }: Period, targets: TargetsInForce | undefined): Day {
  const year = Number(span.key.slice(0, 4));
  const first = targets?.horizon.from ?? firstDayOf(`${year}-01`);
  const december = `${year - 1}-12-15`;
  return span.closing === 'fourteenth' && december < first ? december : first;
}

/** The frame in which a question is asked; `from` narrows the contacts that count (the period instead of the year). */
export function frameFor(ground: Ground, targets: TargetsInForce, from: Day = ground.yearFrom): Frame {
  return {
    scope: ground.family === null ? 'all' : { hamletIds: ground.family },
    horizon: { ...targets.horizon, from: from < ground.yearFrom ? ground.yearFrom : from },
    asOf: ground.among === undefined ? ground.asOf : { ...ground.asOf, among: ground.among },
    sources: ground.sources,
  };
}

/**
 * The households whose rows may tell of the hamlet's people at the cut-off: those that stood in it then or were doubles,
 * and those in which their people live today (records are found through them). More than needed does no harm: it only
 * spares reading the rest of the commune.
 */
async function householdsOf(
  ctx: ReadContext,
  family: readonly Id[] | null,
  { households, residents }: Sources,
): Promise<Id[] | undefined> {
  if (family === null) return undefined;
  const { rows: here } = await sql<{ id: Id }>`
    select h.id from ${households} as h
     where h.commune_id = ${ctx.communeId} and (h.hamlet_id = any(${[...family]}::uuid[]) or h.merged_into is not null)`.execute(
    ctx.tx,
  );
  const ids = here.map((row) => row.id);
  // Asked by a list of ids, an index finds these few people; joined to the households, all of the commune would be read.
  const { rows: today } = await sql<{ id: Id }>`
    select distinct today.household_id as id from ${residents} as r
      join residents as today on today.commune_id = ${ctx.communeId} and today.id = r.id
     where r.commune_id = ${ctx.communeId} and r.household_id = any(${ids}::uuid[])`.execute(ctx.tx);
  return withMerged(ctx, [...new Set([...ids, ...today.map((row) => row.id)])]);
}

/** What a question's answers sum up to over the hamlets asked about. */
export interface VerdictCounts {
  population: number;
  reached: number;
  unknown: number;
}

/** A set of questions as they are asked of a ground; `from` narrows the contacts that count (the period instead of the year). */
export interface Asking {
  ground: Ground;
  wanted: ReadonlySet<string>;
  from?: Day;
}

/**
 * Population, reached and unknown of each of the wanted questions that is asked in this commune, in the order of the
 * askings, whose grounds lie on one register (`groundOf` with `lent`).
 */
export async function tallyVerdicts(
  ctx: ReadContext,
  askings: readonly Asking[],
): Promise<Map<string, VerdictCounts>[]> {
  const sets = askings.flatMap(({ ground, wanted, from }, index) => {
    // No row of a report shows what stands beside a target.
    const definitions = ground.questions.flatMap((one) =>
      wanted.has(one.code) ? [{ ...one, beside: [] }] : [],
    );
    if (!ground.targets || definitions.length === 0) return [];
    const frame = frameFor(ground, ground.targets, from);
    return [{ key: index, definitions, frame, horizon: frame.horizon }];
  });
  const [latest] = sets.toSorted((left, right) => (left.horizon.day < right.horizon.day ? 1 : -1));
  if (!latest) return askings.map(() => new Map());
  const { rows } = await compileCounts(sets, latest.frame).execute(ctx.tx);
  const nobody = { population: 0, reached: 0, unknown: 0 };
  return askings.map((_, index) => {
    const asked = sets.find(({ key }) => key === index)?.definitions ?? [];
    return new Map(
      asked.map(({ code }) => {
        const { population, reached, unknown } =
          rows.find(({ key, target }) => key === index && target === code) ?? nobody;
        return [code, { population, reached, unknown }];
      }),
    );
  });
}

/** Three spans of days in which happenings are counted at once. */
export interface Spans {
  period: [Day, Day];
  before: [Day, Day];
  year: [Day, Day];
}

export interface SpanCounts {
  key: string;
  period: number;
  before: number;
  year: number;
}

const between = (day: RawBuilder<unknown>, [from, to]: [Day, Day]) => sql`${day} between ${from} and ${to}`;

/** Of the hamlets of a family (null: of the whole commune). */
export const inHamlet = (column: RawBuilder<unknown>, family: readonly Id[] | null) =>
  family === null ? sql`` : sql`and ${ofFamily(column, family)}`;

/** Contacts (lượt) by outreach form: every visit at which somebody was met, and every session once, whatever its reach. */
export async function tallyContacts(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const { rows } = await sql<SpanCounts>`
    select c.form as key, ${threeCounts(sql`*`, sql`c.held_on`, spans)}
      from ${contactsOf(ground, spans)} as c
     group by c.form`.execute(ctx.tx);
  return rows;
}

/** One row per contact (lượt): id, household_id (null: a session), hamlet_id (null: the whole commune), form, held_on. */
export function contactsOf(ground: Ground, spans: Pick<Spans, 'year' | 'before'>): RawBuilder<unknown> {
  const { asOf, family } = ground;
  const from = spans.before[0] < spans.year[0] ? spans.before[0] : spans.year[0];
  return sql`(
    select v.id, v.household_id, v.hamlet_id, v.form, v.visited_on as held_on
      from ${effectiveVisits(asOf)} as v
     where v.met = 'someone' and v.visited_on >= ${from} ${inHamlet(sql`v.hamlet_id`, family)}
    union all
    select s.id, null, s.hamlet_id, s.form, s.held_on
      from outreach_sessions as s
     where s.commune_id = ${asOf.communeId} and not s.void and s.recorded_at <= ${asOf.recordedBy}
       and s.held_on <= ${asOf.day} and s.held_on >= ${from} ${inHamlet(sql`s.hamlet_id`, family)}
       and not exists (select 1 from outreach_sessions as n
         where n.commune_id = ${asOf.communeId} and n.replaces = s.id and n.recorded_at <= ${asOf.recordedBy}))`;
}

/** Outings (lượt): each member on each day once in each hamlet, visits without anybody met included: somebody went. */
export async function tallyOutings(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const { rows } = await sql<SpanCounts>`
    select 'all' as key, ${threeCounts(sql`*`, sql`o.visited_on`, spans)}
      from ${outingsOf(ground)} as o`.execute(ctx.tx);
  return rows;
}

/** One row per outing: member_id (an account's id when it belongs to no member), hamlet_id, visited_on, visits. */
export function outingsOf(ground: Ground): RawBuilder<unknown> {
  return sql`(
    select coalesce(v.member_id, v.recorded_by) as member_id, v.hamlet_id, v.visited_on, count(*) as visits
      from ${effectiveVisits(ground.asOf)} as v
     where true ${inHamlet(sql`v.hamlet_id`, ground.family)}
     group by 1, 2, 3)`;
}

/** Which guidances count for a figure. */
export interface GuidedQuestion {
  key: string;
  platforms: readonly string[];
  outcomes: readonly string[];
}

/** People guided (người), each once, in the hamlet where they live by the register. Guidance of nobody in particular is no person. */
export async function tallyGuided(
  ctx: ReadContext,
  ground: Ground,
  spans: Spans,
  questions: readonly GuidedQuestion[],
): Promise<SpanCounts[]> {
  const wanted = questions.flatMap(({ key, platforms, outcomes }) =>
    platforms.flatMap((platform) => outcomes.map((outcome) => [key, platform, outcome] as const)),
  );
  if (wanted.length === 0) return [];
  const { rows } = await sql<SpanCounts>`
    select q.key, ${threeCounts(sql`distinct g.resident_id`, sql`g.visited_on`, spans)}
      from ${guidedPeopleOf(ground, questions)} as g
      join unnest(${wanted.map(([key]) => key)}::text[], ${wanted.map(([, platform]) => platform)}::text[],
                  ${wanted.map(([, , outcome]) => outcome)}::text[]) as q(key, platform, outcome)
        on q.platform = g.platform and q.outcome = g.outcome
     group by q.key`.execute(ctx.tx);
  return rows;
}

/** Classes (lớp), who was at them and who passed (lượt), and members trained (người, each once): 'classes', 'attendances', 'passes', 'members'. */
export async function tallyTraining(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const { rows } = await sql<SpanCounts>`
    select 'classes' as key, ${threeCounts(sql`*`, sql`c.held_on`, spans)} from ${classesOf(ground)} as c
    union all
    select 'attendances', ${threeCounts(sql`*`, sql`a.held_on`, spans)} from ${attendedOf(ground)} as a
    union all
    select 'passes', ${threeCounts(sql`*`, sql`a.held_on`, spans)} from ${attendedOf(ground)} as a
     where a.result = 'passed'
    union all
    select 'members', ${threeCounts(sql`distinct a.member_id`, sql`a.held_on`, spans)} from ${attendedOf(ground)} as a`.execute(
    ctx.tx,
  );
  return rows;
}

/** Requests for help (yêu cầu) by what became of them: 'received', 'helped', 'late'. */
export async function tallySupport(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const counted = sql.join(
    (['received', 'helped', 'late'] as const).map(
      (what) => sql`select ${what}::text as key, ${threeCounts(sql`*`, sql`q.on_day`, spans)}
        from ${helpRequestsOf(ground, what)} as q`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<SpanCounts>`${counted}`.execute(ctx.tx);
  return rows;
}

/** Difficulties (việc) by what became of them: 'raised', 'solved', 'late'. */
export async function tallyObstacles(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const counted = sql.join(
    (['raised', 'solved', 'late'] as const).map(
      (what) => sql`select ${what}::text as key, ${threeCounts(sql`*`, sql`q.on_day`, spans)}
        from ${obstaclesOf(ground, what)} as q`,
    ),
    sql` union all `,
  );
  const { rows } = await sql<SpanCounts>`${counted}`.execute(ctx.tx);
  return rows;
}

/** One row per difficulty that this happened to, or that is late on the ground's day: id, title, on_day (of being counted), since. */
export function obstaclesOf(
  { asOf, family }: Ground,
  what: 'raised' | 'solved' | 'late',
): RawBuilder<unknown> {
  const since = { raised: sql`q.raised_on`, solved: sql`q.solved_on`, late: sql`q.late_on` }[what];
  const on = what === 'late' ? sql`${asOf.day}::date` : since;
  return sql`(select q.id, q.title, ${on} as on_day, ${since} as since from ${knownObstacles(asOf)} as q
    where ${since} is not null ${inHamlet(sql`q.hamlet_id`, family)})`;
}

const dayOfRequest = {
  received: sql`q.raised_on`,
  helped: sql`q.helped_on`,
  late: sql`q.late_on`,
} as const;

/** One row per request that this happened to: id, person_name, on_day. */
export function helpRequestsOf(
  { asOf, family }: Ground,
  what: keyof typeof dayOfRequest,
): RawBuilder<unknown> {
  const on = dayOfRequest[what];
  return sql`(select q.id, q.person_name, ${on} as on_day from ${knownRequests(asOf)} as q
    where ${on} is not null ${inHamlet(sql`q.hamlet_id`, family)})`;
}

/** Held classes; of a hamlet its own: those of the whole commune stand in the commune's text. */
export function classesOf({ asOf, family }: Ground): RawBuilder<unknown> {
  return sql`(select c.* from ${heldClasses(asOf)} as c where true ${inHamlet(sql`c.hamlet_id`, family)})`;
}

/** Who was at a held class, wherever it was; of a hamlet the members of its team. */
export function attendedOf({ asOf, family }: Ground): RawBuilder<unknown> {
  return sql`(select a.* from ${attendedTrainings(asOf)} as a where true ${inHamlet(sql`a.hamlet_id`, family)})`;
}

/**
 * One row per guidance of somebody that may count for one of the questions: resident_id, household_id and hamlet_id of where
 * they live, platform, outcome, visited_on, visit_id. In the whole commune people and guidances are read each for themselves and then laid together: who
 * guesses that few people are left over walks all guidances once for each of them (measured: minutes at 15,000 households).
 */
export function guidedPeopleOf(
  { asOf, sources, family, among }: Ground,
  questions: readonly GuidedQuestion[],
): RawBuilder<unknown> {
  const platforms = [...new Set(questions.flatMap((one) => one.platforms))];
  const outcomes = [...new Set(questions.flatMap((one) => one.outcomes))];
  const once = {
    ...asOf,
    doubles: { households: sql`double_households`, residents: sql`double_residents` },
  };
  const livingAmong = among === undefined ? sql`` : sql`and r.household_id = any(${among}::uuid[])`;
  // Of a hamlet's few people guidance is found person by person; of all of the commune it is read as it lies.
  const guidances =
    among === undefined
      ? effectiveGuidances({ ...once, visits: sql`(select v.* from ${effectiveVisits(once)} as v offset 0)` })
      : effectiveGuidances({ ...once, people: sql`asked_people` });
  return sql`(
    with double_households as materialized (select id, goes_on from ${goesOn('households', asOf)} as d),
    double_residents as materialized (select id, goes_on from ${goesOn('residents', asOf)} as d),
    people as materialized (
      select r.id, r.household_id, h.hamlet_id, r.sort_key
        from ${sources.residents} as r
        join ${sources.households} as h on h.commune_id = ${asOf.communeId} and h.id = r.household_id
       where r.commune_id = ${asOf.communeId} ${livingAmong} ${inHamlet(sql`h.hamlet_id`, family)}
    ), asked_people as materialized (
      select p.id from people as p
      union all
      select d.id from double_residents as d join people as p on p.id = d.goes_on
    ), given as materialized (
      select g.resident_id, g.platform, g.outcome, g.visited_on, g.visit_id
        from ${guidances} as g
       where g.resident_id is not null and g.platform = any(${platforms}::text[]) and g.outcome = any(${outcomes}::text[])
    )
    select g.resident_id, p.household_id, p.hamlet_id, g.platform, g.outcome, g.visited_on, g.visit_id, p.sort_key
      from given as g join people as p on p.id = g.resident_id)`;
}

export const threeCounts = (what: RawBuilder<unknown>, day: RawBuilder<unknown>, spans: Spans) => sql`
  count(${what}) filter (where ${between(day, spans.period)})::int as period,
  count(${what}) filter (where ${between(day, spans.before)})::int as before,
  count(${what}) filter (where ${between(day, spans.year)})::int as year`;
