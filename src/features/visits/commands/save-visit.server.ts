import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { rowsAsTable } from '#platform/db/insert-rows.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import type { Id } from '#shared/ids.ts';
import { residentsNamed, type VisitContent } from '../model/visit.ts';
import { livesOf } from './visit-checks.server.ts';
import { visitRows, type SavedVisit, type VisitRows, type VisitTarget } from './visit-rows.server.ts';

/**
 * Writes a visit with its guidances and what they and the people told. Null: this id was written meanwhile by a second
 * sending of the same (P3), nothing is to be told. Throws `input.invalid` for a day, a person or a code that cannot be.
 */
export async function saveVisit(
  ctx: WriteContext,
  id: Id,
  visit: VisitContent,
  target: VisitTarget,
): Promise<SavedVisit | null> {
  const rows = await visitRows(ctx, id, visit, target, await livesOf(ctx, residentsNamed(visit)));
  const written = await writeVisits(ctx, [rows]);
  return written.has(id) ? rows.saved : null;
}

/** Writes visits with all that belongs to them in one statement. Gives the ids of those that were not there yet. */
export async function writeVisits(ctx: WriteContext, rows: readonly VisitRows[]): Promise<Set<Id>> {
  const { rows: written } = await sql<{ id: Id }>`${prepared}
    with fresh as (
      insert into visits select * from ${rowsAsTable(
        'visits',
        rows.map((one) => one.visit),
      )}
      on conflict (commune_id, id) do nothing returning id
    ),
    shown as (
      insert into guidances select g.* from ${rowsAsTable(
        'guidances',
        rows.flatMap((one) => one.guidances),
      )} as g where g.visit_id in (select id from fresh)
    ),
    told as (
      insert into digital_records select d.* from ${rowsAsTable(
        'digital_records',
        rows.flatMap((one) => one.records),
      )} as d where d.visit_id in (select id from fresh)
    )
    select id from fresh`.execute(ctx.tx);
  return new Set(written.map((row) => row.id));
}
