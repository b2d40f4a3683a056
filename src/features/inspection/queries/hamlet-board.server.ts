import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canSeeAllInspections } from '../policy.ts';

/** How a hamlet stands with inspections. */
export interface InspectedHamlet {
  hamletId: Id;
  hamletName: string;
  /** The newest that was held; null: never inspected. */
  lastHeldOn: Day | null;
  lastId: Id | null;
  /** The next that is planned. */
  nextOn: Day | null;
  nextId: Id | null;
  /** Inspections (cuộc) held since the beginning of the year. */
  heldThisYear: number;
  findingsOpen: number;
  findingsLate: number;
}

/** The living hamlets, never inspected first, then the longest ago. Throws `not_found` for who does not see all inspections. */
export async function inspectedBoard(ctx: ReadContext): Promise<InspectedHamlet[]> {
  if (!canSeeAllInspections(ctx.actor)) throw notFound();
  const { rows } = await sql<InspectedHamlet>`
    select h.id as "hamletId", h.name as "hamletName",
           last.held_on as "lastHeldOn", last.id as "lastId", next.planned_on as "nextOn", next.id as "nextId",
           coalesce(n.held, 0)::int as "heldThisYear", coalesce(f.open, 0)::int as "findingsOpen",
           coalesce(f.late, 0)::int as "findingsLate"
      from hamlets as h
      left join lateral (
        select i.id, i.held_on from inspections as i
         where i.commune_id = ${ctx.communeId} and i.hamlet_id = h.id and i.held_on is not null
         order by i.held_on desc, i.id desc limit 1) as last on true
      left join lateral (
        select i.id, i.planned_on from inspections as i
         where i.commune_id = ${ctx.communeId} and i.hamlet_id = h.id and i.state = 'planned'
         order by i.planned_on, i.id limit 1) as next on true
      left join lateral (
        select count(*) as held from inspections as i
         where i.commune_id = ${ctx.communeId} and i.hamlet_id = h.id and i.held_on >= ${`${ctx.today.slice(0, 4)}-01-01`}) as n on true
      left join lateral (
        select count(*) as open, count(*) filter (where d.due_on < ${ctx.today}) as late
          from inspection_findings as d
          join inspections as i on i.commune_id = ${ctx.communeId} and i.id = d.inspection_id and i.hamlet_id = h.id
         where d.commune_id = ${ctx.communeId} and d.state = 'open') as f on true
     where h.commune_id = ${ctx.communeId} and h.valid_to is null
     order by last.held_on nulls first, h.code`.execute(ctx.tx);
  return rows;
}
