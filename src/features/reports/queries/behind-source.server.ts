import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { compileVerdicts } from '#features/targets/compile.server.ts';
import { measures } from '../measures.ts';
import type { FigureCode } from '../model/figure-codes.ts';
import { periodOf, type Period } from '../model/period.ts';
import { guidedQuestions } from './catalogue-questions.server.ts';
import type { FiguresQuestion } from './report-figures.server.ts';
import {
  attendedOf,
  classesOf,
  contactsOf,
  frameFor,
  groundOf,
  guidedPeopleOf,
  outingsOf,
  helpRequestsOf,
  obstaclesOf,
  type Ground,
} from './tallies.server.ts';
import { businessesOf } from './tally-businesses.server.ts';
import { activeMembers, activeTeams } from './team-rows.server.ts';

const nothing = sql`select null::text collate "C" as sort, null::text as key, null::text as kind, null::text as name,
  null::uuid as "householdId", null::text as address, null::date as "on", null::text as detail, null::int as count where false`;

/** Which rows of a figure: of the period or since the plan's first day; of one outreach form. */
export interface BehindQuestion extends FiguresQuestion {
  value: 'period' | 'cumulative';
  form: string | null;
}

/**
 * The rows that a figure counts, as SQL with the columns of BehindRow and `sort`. Asks no permission: who calls it has. Throws
 * `not_found` for a form that cannot be.
 */
export async function behindSource(
  ctx: ReadContext,
  figure: FigureCode,
  question: BehindQuestion,
): Promise<RawBuilder<unknown>> {
  // From a page's address: no form is called so, and PostgreSQL takes no such text.
  if (question.form?.includes('\0')) throw notFound();
  const period = periodOf(question.span, question.cutoffAt);
  const ground = await groundOf(ctx, question.hamletId, period);
  const from = question.value === 'period' ? period.from : ground.yearFrom;
  return sourceOf(ctx, ground, figure, from, question);
}

async function sourceOf(
  ctx: ReadContext,
  ground: Ground,
  figure: FigureCode,
  from: Day,
  { form }: { form: string | null },
): Promise<RawBuilder<unknown>> {
  const measure = measures[figure];
  switch (measure.by) {
    case 'verdict': {
      const asked = ground.questions.find((one) => one.code === measure.question);
      if (!asked || !ground.targets) return nothing;
      const counted = {
        population: sql`v.belongs`,
        reached: sql`v.belongs and v.verdict`,
        left: sql`v.belongs and v.verdict is not true`,
      }[measure.count];
      return sql`
        select v.sort_key as sort, v.subject_id::text as key,
               ${{ household: 'household', resident: 'resident', group: 'group' }[asked.subject]}::text as kind,
               coalesce(r.full_name, g.name, h.head_name) as name, v.household_id as "householdId", h.address,
               null::date as "on", null::text as detail, null::int as count
          from (${compileVerdicts([asked], frameFor(ground, ground.targets, from))}) as v
          left join households as h on h.commune_id = ${ctx.communeId} and h.id = v.household_id
          left join residents as r on r.commune_id = ${ctx.communeId} and r.id = v.subject_id
          left join groups as g on g.commune_id = ${ctx.communeId} and g.id = v.subject_id
         where ${counted}`;
    }
    case 'contacts': {
      const { day } = ground.period;
      return sql`
        select c.held_on::text as sort, c.id::text as key, case when c.household_id is null then 'session' else 'visit' end as kind,
               h.head_name as name, c.household_id as "householdId", h.address, c.held_on as "on", c.form as detail, null::int as count
          from ${contactsOf(ground, { year: [from, day], before: [from, day] })} as c
          left join households as h on h.commune_id = ${ctx.communeId} and h.id = c.household_id
         where c.held_on between ${from} and ${day} ${form === null ? sql`` : sql`and c.form = ${form}`}`;
    }
    case 'outings':
      return sql`
        select o.visited_on::text as sort, o.member_id::text || o.hamlet_id::text || o.visited_on::text as key, 'outing' as kind,
               coalesce(m.full_name, a.full_name) as name, null::uuid as "householdId", null::text as address,
               o.visited_on as "on", null::text as detail, o.visits::int as count
          from ${outingsOf(ground)} as o
          left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = o.member_id
          left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = o.member_id
         where o.visited_on between ${from} and ${ground.period.day}`;
    case 'guided': {
      const asked = (await guidedQuestions(ctx, ground.period.day)).find((one) => one.key === figure);
      if (!asked) return nothing;
      return sql`
        select max(g.sort_key) as sort, g.resident_id::text as key, 'resident' as kind, max(r.full_name) as name,
               g.household_id as "householdId", max(h.address) as address, max(g.visited_on) as "on",
               string_agg(distinct g.platform, ', ') as detail, null::int as count
          from ${guidedPeopleOf(ground, [asked])} as g
          join residents as r on r.commune_id = ${ctx.communeId} and r.id = g.resident_id
          left join households as h on h.commune_id = ${ctx.communeId} and h.id = g.household_id
         where g.visited_on between ${from} and ${ground.period.day}
         group by g.resident_id, g.household_id`;
    }
    case 'training':
      return trainingRows(ctx, ground, measure.what, from);
    case 'obstacles':
      return sql`
        select q.since::text as sort, q.id::text as key, 'obstacle' as kind, q.title as name,
               null::uuid as "householdId", null::text as address, q.since as "on", null::text as detail,
               null::int as count
          from ${obstaclesOf(ground, measure.what)} as q where q.on_day between ${from} and ${ground.period.day}`;
    case 'support':
      return sql`
        select q.on_day::text as sort, q.id::text as key, 'request' as kind, q.person_name as name,
               null::uuid as "householdId", null::text as address, q.on_day as "on", null::text as detail,
               null::int as count
          from ${helpRequestsOf(ground, measure.what)} as q where q.on_day between ${from} and ${ground.period.day}`;
    case 'businesses':
      return sql`
        select b.name collate "C" as sort, b.business_id::text as key, 'business' as kind, b.name,
               null::uuid as "householdId", null::text as address, max(b.happened_on) as "on", null::text as detail,
               null::int as count
          from ${businessesOf(ground, measure.what)} as b
         where b.happened_on between ${from} and ${ground.period.day} group by b.business_id, b.name`;
    case 'teams':
      return sql`select t.name collate "C" as sort, t.id::text as key, 'team' as kind, t.name, ${blanks}
        from ${activeTeams(ctx, ground.family, ground.period)} as t`;
    default:
      return memberRows(ctx, ground.family, ground.period, measure.who);
  }
}

const blanks = sql`null::uuid as "householdId", null::text as address, null::date as "on", null::text as detail, null::int as count`;

/** Classes by day; who was at one, with the class; each member once, with the number of classes. */
function trainingRows(
  ctx: ReadContext,
  ground: Ground,
  what: 'classes' | 'attendances' | 'passes' | 'members',
  from: Day,
): RawBuilder<unknown> {
  const { day } = ground.period;
  const nowhere = sql`null::uuid as "householdId", null::text as address`;
  if (what === 'classes')
    return sql`
      select c.held_on::text as sort, c.id::text as key, 'class' as kind, c.name, ${nowhere}, c.held_on as "on",
             null::text as detail, null::int as count
        from ${classesOf(ground)} as c where c.held_on between ${from} and ${day}`;
  const there = sql`${attendedOf(ground)} as a
        join team_members as m on m.commune_id = ${ctx.communeId} and m.id = a.member_id`;
  if (what === 'members')
    return sql`
      select max(m.sort_key) as sort, a.member_id::text as key, 'member' as kind, max(m.full_name) as name, ${nowhere},
             max(a.held_on) as "on", null::text as detail, count(*)::int as count
        from ${there} where a.held_on between ${from} and ${day} group by a.member_id`;
  return sql`
    select a.held_on::text || m.sort_key as sort, a.class_id::text || a.member_id::text as key, 'member' as kind,
           m.full_name as name, ${nowhere}, a.held_on as "on", null::text as detail, null::int as count
      from ${there} where a.held_on between ${from} and ${day} ${what === 'passes' ? sql`and a.result = 'passed'` : sql``}`;
}

const memberRows = (
  ctx: ReadContext,
  family: readonly Id[] | null,
  period: Period,
  who: 'all' | 'women' | 'youth_union' | 'teachers',
) => sql`
  select m.sort_key as sort, m.id::text as key, 'member' as kind, m.full_name as name, ${blanks}
    from ${activeTeams(ctx, family, period)} as t
    join ${activeMembers(ctx, period)} as m on m.team_id = t.id
   where ${
     {
       all: sql`true`,
       women: sql`m.sex = 'female'`,
       youth_union: sql`m.organisation = 'youth_union'`,
       teachers: sql`m.organisation = 'school'`,
     }[who]
   }`;
