import { sql, type RawBuilder } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { InspectionKind, InspectionState } from '../model/inspection-state.ts';
import { canSeeAllInspections, canSeeInspection, inspectedHamlets, type InspectionPlace } from '../policy.ts';

/** An inspection as people read it in a list. */
export interface Inspection extends InspectionPlace {
  id: Id;
  hamletName: string;
  plannedOn: Day;
  note: string | null;
  /** Who goes, by name. */
  peopleNames: string[];
  heldOn: Day | null;
  conclusion: string | null;
  closedOn: Day | null;
  reason: string | null;
  /** Codes of the questions that are asked, and how they were answered. */
  topics: string[];
  met: number;
  notMet: number;
  /** Findings (tồn tại): all, and those that are open; of these those past their day. */
  findings: number;
  findingsOpen: number;
  findingsLate: number;
  /** Days since the planned day while it was not held; 0: its day is today or to come. */
  overdue: number;
  createdOn: Day;
}

export interface InspectionFilter {
  hamletId?: Id | null;
  state?: InspectionState | null;
  kind?: InspectionKind | null;
  /** Planned, or held with findings that are followed. */
  open?: boolean;
}

/** Enough for a commune of many years; a list that is longer says so. */
export const mostListed = 500;

/** The inspections that the actor may see (down to none): those to come and under way by their day, then the others, newest first. */
export async function listInspections(
  ctx: ReadContext,
  filter: InspectionFilter = {},
): Promise<Inspection[]> {
  const all = await inspectionRows(
    ctx,
    sql.join(
      [
        seen(ctx),
        ...(filter.hamletId == null ? [] : [sql`i.hamlet_id = ${filter.hamletId}`]),
        ...(filter.state == null ? [] : [sql`i.state = ${filter.state}`]),
        ...(filter.kind == null ? [] : [sql`i.kind = ${filter.kind}`]),
        ...(filter.open === true ? [sql`i.state in ('planned', 'held')`] : []),
      ],
      sql` and `,
    ),
  );
  return all.filter((one) => canSeeInspection(ctx.actor, one));
}

/** One inspection; throws `not_found` when there is none that the actor may see. */
export async function getInspection(ctx: ReadContext, id: Id): Promise<Inspection> {
  const [row] = await inspectionRows(ctx, sql`i.id = ${id}`);
  return visible(row, (one) => canSeeInspection(ctx.actor, one));
}

/** Inspections `i` that may be seen, as `canSeeInspection` says it: so that no others are read. */
function seen(ctx: ReadContext): RawBuilder<unknown> {
  if (canSeeAllInspections(ctx.actor)) return sql`true`;
  return sql`(
    i.hamlet_id = any(${inspectedHamlets(ctx.actor)}::uuid[])
    or exists (select 1 from inspection_people as p
      where p.commune_id = ${ctx.communeId} and p.inspection_id = i.id and p.account_id = ${ctx.actor.accountId}))`;
}

interface Row extends Omit<Inspection, 'overdue'> {}

async function inspectionRows(ctx: ReadContext, where: RawBuilder<unknown>): Promise<Inspection[]> {
  const { rows } = await sql<Row>`
    select i.id, i.hamlet_id as "hamletId", h.name as "hamletName", i.kind, i.state, i.planned_on as "plannedOn", i.note,
           i.held_on as "heldOn", i.conclusion, i.closed_on as "closedOn", i.reason, i.topics,
           (i.created_at at time zone 'Asia/Ho_Chi_Minh')::date as "createdOn",
           coalesce(p.ids, '{}') as people, coalesce(p.names, '{}') as "peopleNames",
           coalesce(r.met, 0)::int as met, coalesce(r.not_met, 0)::int as "notMet",
           coalesce(f.findings, 0)::int as findings, coalesce(f.open, 0)::int as "findingsOpen",
           coalesce(f.late, 0)::int as "findingsLate"
      from inspections as i
      join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = i.hamlet_id
      left join lateral (
        select array_agg(a.id order by a.sort_key, a.id) as ids, array_agg(a.full_name order by a.sort_key, a.id) as names
          from inspection_people as g
          join accounts as a on a.commune_id = ${ctx.communeId} and a.id = g.account_id
         where g.commune_id = ${ctx.communeId} and g.inspection_id = i.id) as p on true
      left join lateral (
        select count(*) filter (where q.result = 'met') as met, count(*) filter (where q.result = 'not_met') as not_met
          from inspection_results as q
         where q.commune_id = ${ctx.communeId} and q.inspection_id = i.id) as r on true
      left join lateral (
        select count(*) as findings, count(*) filter (where d.state = 'open') as open,
               count(*) filter (where d.state = 'open' and d.due_on < ${ctx.today}) as late
          from inspection_findings as d
         where d.commune_id = ${ctx.communeId} and d.inspection_id = i.id) as f on true
     where i.commune_id = ${ctx.communeId} and ${where}
     order by i.state in ('closed', 'cancelled'),
              case when i.state in ('planned', 'held') then coalesce(i.held_on, i.planned_on) end,
              coalesce(i.held_on, i.planned_on) desc, h.code, i.id
     limit ${sql.lit(mostListed)}`.execute(ctx.tx);
  return rows.map((row) => ({
    ...row,
    overdue: row.state === 'planned' ? Math.max(0, daysBetween(row.plannedOn, ctx.today)) : 0,
  }));
}
