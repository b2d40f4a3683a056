import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { familyOn, hamletThen, ofFamily } from '#features/org/queries/hamlet-lives.server.ts';

/** Inspections of a period, as they stood at its end. */
export interface InspectionsThen {
  /** Inspections (cuộc) held, and in how many hamlets (ấp). */
  held: number;
  hamlets: number;
  /** Findings (tồn tại) written in the period, closed in it, and open at its end; `late` of these past their day. */
  found: number;
  closed: number;
  open: number;
  late: number;
}

/**
 * Inspections of a hamlet (null: of all) held in a period, and their findings, as written down by a cut-off: what was held or closed
 * is never undone, so the same cut-off gives the same answer (F25). Asks no permission: who calls it has.
 */
export async function inspectionsAsOf(
  ctx: ReadContext,
  { hamletId, from, day, cutoffAt }: { hamletId: Id | null; from: Day; day: Day; cutoffAt: Date },
): Promise<InspectionsThen> {
  const family = await familyOn(ctx, hamletId, day, cutoffAt);
  const then = { communeId: ctx.communeId, day, recordedBy: cutoffAt };
  const { rows } = await sql<InspectionsThen>`
    with placed as (
      select i.id, i.held_on, ${hamletThen(then, sql`i.id`, sql`i.hamlet_id`)} as hamlet_id from inspections as i
       where i.commune_id = ${ctx.communeId} and i.held_at <= ${cutoffAt} and i.held_on <= ${day}
    ), held as (
      select * from placed where ${ofFamily(sql`hamlet_id`, family)}
    ), told as (
      select f.found_on, f.due_on,
             case when f.closed_at <= ${cutoffAt} and f.closed_on <= ${day} then f.closed_on end as closed_on
        from inspection_findings as f join held on held.id = f.inspection_id
       where f.commune_id = ${ctx.communeId} and f.found_at <= ${cutoffAt} and f.found_on <= ${day}
    )
    select (select count(*) from held where held_on >= ${from})::int as held,
           (select count(distinct hamlet_id) from held where held_on >= ${from})::int as hamlets,
           count(*) filter (where found_on >= ${from})::int as found,
           count(*) filter (where closed_on >= ${from})::int as closed,
           count(*) filter (where closed_on is null)::int as open,
           count(*) filter (where closed_on is null and due_on < ${day})::int as late
      from told`.execute(ctx.tx);
  return rows[0] ?? { held: 0, hamlets: 0, found: 0, closed: 0, open: 0, late: 0 };
}
