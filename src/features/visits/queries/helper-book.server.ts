import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { asOfNow, latestSkillChecks } from '../facts.server.ts';
import { daysLate, nextCallOn, type HelperStanding } from '../model/helper.ts';
import { helpedHomes, listHelpers } from './helpers.server.ts';
import { checkHamlet } from './place.server.ts';

/** A household in the book of helpers: who in it can, who comes, and when they should come again. */
export interface HelperHome {
  householdId: Id;
  headName: string;
  hamletId: Id;
  hamletName: string;
  groupName: string | null;
  standing: HelperStanding;
  /** Those who have all the skills. */
  able: string[];
  /** Living people of the household (người), and how many of them somebody has checked. */
  people: number;
  checked: number;
  helper: {
    memberName: string;
    everyDays: number;
    startedOn: Day;
    lastVisitOn: Day | null;
    nextCallOn: Day;
  } | null;
}

/** What the book is narrowed to: a standing of T6, all who have a helper, or those whose helper's call is due. */
export type HelperShow = HelperStanding | 'due';

export interface HelperBook {
  /** Households living here (hộ) by standing, and those whose helper's call is due. */
  counts: Record<HelperShow, number>;
  rows: HelperHome[];
  /** The household after which the next page begins; null at the end. */
  next: Id | null;
}

export const helperPageSize = 50;

/**
 * Who is able in each household, who is not, and whom the team named (R27), of the households that T6 counts: those living
 * in a hamlet (null: the commune). `limit` null is all of them. Throws `not_found` where the actor does not see visits.
 */
export async function helperBook(
  ctx: ReadContext,
  where: { hamletId: Id | null; show: HelperShow | null; after?: Id | null },
  limit: number | null = helperPageSize,
): Promise<HelperBook> {
  await checkHamlet(ctx, where.hamletId);
  const { rows } = await sql<Row>`
    ${homes(ctx, where.hamletId)}
    select s.* from standing as s
     where ${where.show === null ? sql`true` : where.show === 'due' ? sql`s.due` : where.show === 'helped' ? sql`s.member_id is not null` : sql`s.standing = ${where.show}`}
       and (${where.after ?? null}::uuid is null or (s.hamlet_code, s.head_sort_key, s.id) > (
         select x.hamlet_code, x.head_sort_key, x.id from standing as x where x.id = ${where.after ?? null}::uuid))
     order by s.hamlet_code, s.head_sort_key, s.id
     limit ${limit === null ? null : limit + 1}`.execute(ctx.tx);
  const page = limit === null ? rows : rows.slice(0, limit);
  return {
    counts: await countsOf(ctx, where.hamletId),
    rows: page.map(toHome),
    next: page.length < rows.length ? (page.at(-1)?.id ?? null) : null,
  };
}

async function countsOf(ctx: ReadContext, hamletId: Id | null): Promise<HelperBook['counts']> {
  const { rows } = await sql<HelperBook['counts']>`
    ${homes(ctx, hamletId)}
    select count(*) filter (where s.standing = 'able')::int as able,
           count(*) filter (where s.member_id is not null)::int as helped,
           count(*) filter (where s.standing = 'nobody')::int as nobody,
           count(*) filter (where s.standing = 'unknown')::int as unknown,
           count(*) filter (where s.due)::int as due
      from standing as s`.execute(ctx.tx);
  return rows[0] ?? { able: 0, helped: 0, nobody: 0, unknown: 0, due: 0 };
}

interface Row {
  id: Id;
  head_name: string;
  hamlet_id: Id;
  hamlet_name: string;
  group_name: string | null;
  standing: HelperStanding;
  able: string[];
  people: number;
  checked: number;
  member_id: Id | null;
  member_name: string | null;
  every_days: number | null;
  started_on: Day | null;
  last_on: Day | null;
}

/** The households of T6's denominator with their standing, as `with …, standing as (…)`. */
function homes(ctx: ReadContext, hamletId: Id | null): RawBuilder<unknown> {
  const asOf = asOfNow(ctx);
  return sql`
    with helped as materialized (${helpedHomes(ctx)}),
    people as (
      select r.household_id, count(*)::int as people, count(k.resident_id)::int as checked,
             count(*) filter (where k.skilled is null)::int as doubtful,
             coalesce(array_agg(r.full_name order by r.position) filter (where k.skilled), '{}') as able
        from residents as r
        left join ${latestSkillChecks(asOf)} as k on k.resident_id = r.id
       where r.commune_id = ${ctx.communeId} and r.merged_into is null and r.state = 'living'
       group by r.household_id
    ),
    standing as (
      select h.id, h.head_name, h.head_sort_key, h.hamlet_id, a.name as hamlet_name, a.code as hamlet_code, h.group_name,
             coalesce(p.able, '{}') as able, coalesce(p.people, 0) as people, coalesce(p.checked, 0) as checked,
             g.member_id, m.full_name as member_name, g.every_days, g.started_on, g.last_on,
             case when cardinality(coalesce(p.able, '{}')) > 0 then 'able'
                  when g.member_id is not null then 'helped'
                  when coalesce(p.doubtful, 0) > 0 then 'unknown'
                  else 'nobody' end as standing,
             coalesce(greatest(g.last_on, g.started_on) + g.every_days <= ${ctx.today}::date, false) as due
        from households as h
        join hamlets as a on a.commune_id = ${ctx.communeId} and a.id = h.hamlet_id
        left join people as p on p.household_id = h.id
        left join helped as g on g.household_id = h.id
        left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = g.member_id
       where h.commune_id = ${ctx.communeId} and h.merged_into is null and h.state = 'living'
         and (${hamletId}::uuid is null or h.hamlet_id = ${hamletId}::uuid)
    )`;
}

const toHome = (row: Row): HelperHome => ({
  householdId: row.id,
  headName: row.head_name,
  hamletId: row.hamlet_id,
  hamletName: row.hamlet_name,
  groupName: row.group_name,
  standing: row.standing,
  able: row.able,
  people: row.people,
  checked: row.checked,
  helper:
    row.member_name === null || row.every_days === null || row.started_on === null
      ? null
      : {
          memberName: row.member_name,
          everyDays: row.every_days,
          startedOn: row.started_on,
          lastVisitOn: row.last_on,
          nextCallOn: nextCallOn({ startedOn: row.started_on, everyDays: row.every_days }, row.last_on),
        },
});

/** What a member carries (R27): households helped, calls that are due, and when they last called on one. */
export interface MemberLoad {
  memberId: Id;
  fullName: string;
  hamletName: string | null;
  households: number;
  due: number;
  /** The longest that a household waits for a call that is due (days); null: none is due. */
  latest: number | null;
}

/**
 * The load of each active member of a hamlet's team (null: of all teams), the heaviest first; of a hamlet, what they help
 * there. Throws `not_found` where the actor does not see visits.
 */
export async function memberLoads(ctx: ReadContext, hamletId: Id | null): Promise<MemberLoad[]> {
  const helpers = await listHelpers(ctx, hamletId);
  const { rows } = await sql<{ id: Id; full_name: string; hamlet_name: string | null }>`
    select m.id, m.full_name, h.name as hamlet_name
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
     where m.commune_id = ${ctx.communeId} and (m.ended_on is null or m.ended_on > ${ctx.today})
       and (${hamletId}::uuid is null or t.hamlet_id = ${hamletId}::uuid
            or m.id = any(${helpers.map((one) => one.memberId)}::uuid[]))
     order by h.code nulls first, m.sort_key, m.id`.execute(ctx.tx);
  const loads = rows.map((row): MemberLoad => {
    const own = helpers.filter((one) => one.memberId === row.id);
    const late = own.flatMap((one) => daysLate(one, ctx.today) ?? []);
    return {
      memberId: row.id,
      fullName: row.full_name,
      hamletName: row.hamlet_name,
      households: own.length,
      due: late.length,
      latest: late.length === 0 ? null : Math.max(...late),
    };
  });
  return loads.sort((one, other) => other.due - one.due || other.households - one.households);
}
