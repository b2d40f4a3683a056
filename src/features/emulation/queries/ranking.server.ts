import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { VisitDoubt } from '#features/visits/model/plausible.ts';
import type { Goal, Measure } from '../model/movement.ts';
import { ranked } from '../model/ranking.ts';
import { canSeeCounted, canSeeMemberFigures, canSeeMovement } from '../policy.ts';
import { creditedRelations } from './credited.server.ts';
import type { Movement } from './movements.server.ts';

/** A line of the ranking by one figure: hộ or người, each once in the whole movement. */
export interface RankedLine {
  id: Id;
  name: string;
  counted: number;
  /** Held apart until somebody has looked: not in `counted`. */
  apart: number;
  /** Of how many; null for people of the teams. */
  whole: number | null;
  /** Equal lines share a place; null: nothing counted, or nobody to count. */
  rank: number | null;
}

export interface RankedMember extends RankedLine {
  /** The hamlet of the member's team; null: the commune's. */
  hamletId: Id | null;
  hamletName: string | null;
}

/** What came of one goal of a movement. */
export interface GoalResult extends Goal {
  /** All hamlets that take part, best first; those without a place by name. */
  hamlets: RankedLine[];
  /** Members whose visits count, as far as the actor sees their teams. Their places are those among all. */
  members: RankedMember[];
}

interface Sum {
  measure: Measure;
  what: 'whole' | 'hamlet' | 'member';
  id: Id;
  counted: number;
  apart: number;
}

/**
 * The ranking of a launched movement, goal by goal (R62): distinct households and people only, from `creditedRelations`. Hamlets by
 * share, members by number. Throws `not_found` for who may not read the movement; gives nothing while it is not launched.
 */
export async function movementResults(ctx: ReadContext, movement: Movement): Promise<GoalResult[]> {
  if (!canSeeMovement(ctx.actor, movement)) throw notFound();
  if (movement.state !== 'launched' && movement.state !== 'closed') return [];
  const { rows: sums } = await sql<Sum>`
    with ${await creditedRelations(ctx, movement)}
    select w.measure, 'whole' as what, w.hamlet_id as id, count(*)::int as counted, 0 as apart
      from whole as w group by 1, 3
    union all
    select c.measure, 'hamlet', c.hamlet_id, count(*) filter (where c.doubt is null)::int,
           count(*) filter (where c.doubt is not null)::int
      from credited as c group by 1, 3
    union all
    select c.measure, 'member', c.member_id, count(*) filter (where c.doubt is null)::int,
           count(*) filter (where c.doubt is not null)::int
      from credited as c where c.member_id is not null group by 1, 3`.execute(ctx.tx);
  const hamlets = await hamletsOf(ctx, movement);
  const members = await membersOf(
    ctx,
    sums.flatMap((sum) => (sum.what === 'member' ? [sum.id] : [])),
  );
  return movement.goals.map((goal) => {
    const of = (what: Sum['what'], id: Id) =>
      sums.find((sum) => sum.measure === goal.measure && sum.what === what && sum.id === id);
    const lines = hamlets.map(({ id, name }) => ({
      id,
      name,
      counted: of('hamlet', id)?.counted ?? 0,
      apart: of('hamlet', id)?.apart ?? 0,
      whole: of('whole', id)?.counted ?? 0,
    }));
    const people = members.flatMap((member) => {
      const sum = of('member', member.id);
      return sum ? [{ ...member, counted: sum.counted, apart: sum.apart, whole: null }] : [];
    });
    return {
      ...goal,
      hamlets: ranked(lines),
      members: ranked(people).filter(({ hamletId }) => canSeeMemberFigures(ctx.actor, hamletId)),
    };
  });
}

async function hamletsOf(
  ctx: ReadContext,
  { hamlets, endsOn, closedAt }: Movement,
): Promise<{ id: Id; name: string }[]> {
  if (hamlets.length > 0) return hamlets;
  const closedOn = closedAt === null ? endsOn : dayOf(closedAt);
  const last = closedOn < endsOn ? closedOn : endsOn;
  const { rows } = await sql<{ id: Id; name: string }>`
    select h.id, h.name from hamlets as h
     where h.commune_id = ${ctx.communeId} and (h.valid_to is null or h.valid_to > ${endsOn})
       and (h.joined_by is null or h.valid_from <= ${last})
     order by h.sort_key, h.id`.execute(ctx.tx);
  return rows;
}

async function membersOf(
  ctx: ReadContext,
  ids: readonly Id[],
): Promise<Pick<RankedMember, 'id' | 'name' | 'hamletId' | 'hamletName'>[]> {
  const { rows } = await sql<Pick<RankedMember, 'id' | 'name' | 'hamletId' | 'hamletName'>>`
    select m.id, m.full_name as name, t.hamlet_id as "hamletId", h.name as "hamletName"
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = t.hamlet_id
     where m.commune_id = ${ctx.communeId} and m.id = any(${[...new Set(ids)]}::uuid[])
     order by m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}

/** A row behind a number: who, by which visit, and why it is held apart when it is. */
export interface CountedRow {
  subjectId: Id;
  name: string;
  address: string | null;
  householdId: Id;
  visitedOn: Day;
  memberName: string | null;
  doubt: VisitDoubt | null;
}

/** The most rows that one page shows; the number above says how many there are. */
export const mostCounted = 500;

/**
 * The households or people that a hamlet's number counts (or one member's, in that hamlet), by name, those held apart at the end: as
 * many as the ranking says. Throws `not_found` for who does not see the visits of the hamlet, or for a figure that is no goal.
 */
export async function countedRows(
  ctx: ReadContext,
  movement: Movement,
  asked: { measure: Measure; hamletId: Id; memberId: Id | null },
): Promise<{ rows: CountedRow[]; counted: number; apart: number }> {
  const seen = canSeeMovement(ctx.actor, movement) && canSeeCounted(ctx.actor, asked.measure, asked.hamletId);
  const isGoal = movement.goals.some(({ measure }) => measure === asked.measure);
  if (!seen || !isGoal || movement.launchedAt === null) throw notFound();
  const { rows } = await sql<CountedRow & { counted: number; apart: number }>`
    with ${await creditedRelations(ctx, movement)},
    asked as (
      select c.* from credited as c
       where c.measure = ${asked.measure} and c.hamlet_id = ${asked.hamletId}
         and (${asked.memberId}::uuid is null or c.member_id = ${asked.memberId}::uuid)
    )
    select a.subject_id as "subjectId", coalesce(r.full_name, h.head_name, h.code) as name, h.address,
           a.household_id as "householdId", a.visited_on::text as "visitedOn", m.full_name as "memberName", a.doubt,
           (select count(*)::int from asked where doubt is null) as counted,
           (select count(*)::int from asked where doubt is not null) as apart
      from asked as a
      join households as h on h.commune_id = ${ctx.communeId} and h.id = a.household_id
      left join residents as r on r.commune_id = ${ctx.communeId} and r.id = a.subject_id
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = a.member_id
     order by (a.doubt is not null), a.sort_key, a.subject_id limit ${mostCounted}`.execute(ctx.tx);
  const [first] = rows;
  return {
    rows: rows.map(({ counted: _counted, apart: _apart, ...row }) => row),
    counted: first?.counted ?? 0,
    apart: first?.apart ?? 0,
  };
}
