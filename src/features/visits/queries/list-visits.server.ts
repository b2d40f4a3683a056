import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { familyOn } from '#features/org/queries/hamlet-lives.server.ts';
import { asOfNow, goesOn, standing } from '../facts.server.ts';
import { checkHamlet } from './place.server.ts';

/** One effective visit in a list. */
export interface ListedVisit {
  id: Id;
  on: Day;
  at: Date;
  householdId: Id;
  headName: string;
  hamletId: Id;
  memberName: string | null;
  recorderName: string | null;
  form: string;
  met: 'someone' | 'nobody';
  guidances: number;
  nextOn: Day | null;
}

export interface VisitPage {
  visits: ListedVisit[];
  /** Where the next page begins; null at the end. */
  next: VisitKey | null;
}

export interface VisitKey {
  on: Day;
  id: Id;
}

export interface VisitFilter {
  /** Null: the whole commune. */
  hamletId: Id | null;
  from: Day;
  to: Day;
  memberId?: Id | null;
  after?: VisitKey | null;
  /** Rows of a page, 1 to 200. */
  limit?: number;
}

/**
 * Effective visits (lượt) by day, newest first, in pages by key. The hamlet is that of the time of the visit, or one that was merged into it. Throws
 * `not_found` for a hamlet, or a commune, whose visits the actor may not see.
 */
export async function listVisits(ctx: ReadContext, filter: VisitFilter): Promise<VisitPage> {
  await checkHamlet(ctx, filter.hamletId);
  const family = await familyOn(ctx, filter.hamletId, ctx.today);
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const member = filter.memberId ?? null;
  const after = filter.after ?? null;
  const asOf = { ...asOfNow(ctx), day: filter.to };
  // The page is cut before anything is joined, so that its cost is that of a page, not of the year.
  const { rows } = await sql<ListedVisit>`
    with page as (
      select v.* from visits as v
       where ${standing(asOf)} and v.visited_on >= ${filter.from}
         ${family === null ? sql`` : sql`and v.hamlet_id = any(${[...family]}::uuid[])`}
         ${member === null ? sql`` : sql`and v.member_id = ${member}`}
         ${after === null ? sql`` : sql`and (v.visited_on, v.id) < (${after.on}::date, ${after.id}::uuid)`}
       order by v.visited_on desc, v.id desc
       limit ${limit + 1}
    )
    select v.id, v.visited_on as "on", v.visited_at as "at", h.id as "householdId", h.head_name as "headName",
           v.hamlet_id as "hamletId", t.full_name as "memberName", a.full_name as "recorderName", v.form, v.met,
           v.next_on as "nextOn",
           (select count(*) from guidances as g where g.commune_id = ${ctx.communeId} and g.visit_id = v.id)::int as guidances
      from page as v
      left join ${goesOn('households', asOf)} as m on m.id = v.household_id
      join households as h on h.commune_id = ${ctx.communeId} and h.id = coalesce(m.goes_on, v.household_id)
      left join team_members as t on t.commune_id = ${ctx.communeId} and t.id = v.member_id
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = v.recorded_by
     order by v.visited_on desc, v.id desc`.execute(ctx.tx);
  const visits = rows.slice(0, limit);
  const last = visits.at(-1);
  return { visits, next: rows.length > limit && last ? { on: last.on, id: last.id } : null };
}
