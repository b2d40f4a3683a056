import * as z from 'zod/mini';
import { sql } from 'kysely';
import {
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import type { NewEvent } from '#platform/commands/events.server.ts';
import { anythingStandsOn } from '#platform/feature.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../../import-words.ts';
import { registryChanges } from '../../model/events.ts';
import type { BeforeImport } from '../../model/import.ts';
import { canImport } from '../../policy.ts';
import type { HouseholdRow, ResidentRow } from '../../queries/registry-rows.server.ts';
import { householdEvent, residentEvent, told } from '../change-row.server.ts';
import { replaceRows } from './bulk-rows.server.ts';
import { lockImports } from './prepare-import.server.ts';

/** The import, locked; 404 for who may not import. */
export async function loadImport(ctx: ReadContext, importId: Id) {
  const row = await ctx.tx
    .selectFrom('imports')
    .select(['id', 'state', 'file_name', 'finished_at'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return visible(row, () => canImport(ctx.actor));
}

/**
 * Takes a whole import back: what it created goes, what it changed is as it was, column by column. Refused with `state.conflict`
 * when something was built on it: later changes of those households or people, or rows of features above (visits …). Codes that
 * were given are not given again; hamlets that were created stay.
 */
export const undoImport = defineCommand({
  name: 'import.undo',
  input: z.object({ importId: id }),
  load: (ctx, input) => loadImport(ctx, input.importId),
  allow: (actor) => canImport(actor),
  async run(ctx, input, found) {
    if (found.state !== 'done' || found.finished_at === null)
      throw new Problem('state.conflict', { message: words.notDone });
    await lockImports(ctx);
    const written = await writtenBy(ctx, input.importId);
    const householdIds = written.map((one) => one.householdId);
    if (
      (await changedSince(ctx, input.importId, found.finished_at)) ||
      (await anythingStandsOn(ctx, householdIds))
    )
      throw new Problem('state.conflict', { message: words.builtOn });
    const events = await restore(ctx, input.importId, written);
    await ctx.tx
      .updateTable('imports')
      .set({ state: 'undone', undone_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', input.importId)
      .execute();
    await ctx.emitAll(events);
    await ctx.emit({
      name: 'import.undone',
      hamletId: null,
      subject: 'import',
      subjectId: input.importId,
      data: { householdIds: [] },
    });
  },
});

interface WrittenHousehold {
  householdId: Id;
  before: BeforeImport;
}

async function writtenBy(ctx: ReadContext, importId: Id): Promise<WrittenHousehold[]> {
  const rows = await ctx.tx
    .selectFrom('import_rows')
    .select(['household_id', 'before'])
    .where('commune_id', '=', ctx.communeId)
    .where('import_id', '=', importId)
    .where('before', 'is not', null)
    .execute();
  return rows.flatMap((row) =>
    row.household_id && row.before ? [{ householdId: row.household_id, before: row.before }] : [],
  );
}

/** True when the register tells of a change to one of these households since, other than by the import itself. */
async function changedSince(ctx: ReadContext, importId: Id, finishedAt: Date): Promise<boolean> {
  const { rows } = await sql<{ id: Id }>`
    select e.id
      from events e
     where e.commune_id = ${ctx.communeId} and e.recorded_at >= ${finishedAt}
       and e.name in (${sql.join([...registryChanges])})
       and (e.data ->> 'importId') is distinct from ${importId}
       and exists (
         select 1
           from jsonb_array_elements_text(e.data -> 'householdIds') touched
           join import_rows r on r.commune_id = ${ctx.communeId} and r.import_id = ${importId}
                and r.before is not null and r.household_id = touched::uuid)
     limit 1`.execute(ctx.tx);
  return rows.length > 0;
}

async function restore(
  ctx: WriteContext,
  importId: Id,
  written: readonly WrittenHousehold[],
): Promise<NewEvent[]> {
  const households = new Map<Id, HouseholdRow>();
  const residents = new Map<Id, ResidentRow>();
  const ids = sql`select household_id from import_rows where commune_id = ${ctx.communeId} and import_id = ${importId} and before is not null`;
  const householdRows = await sql<HouseholdRow>`
    select * from households where commune_id = ${ctx.communeId} and id in (${ids})`.execute(ctx.tx);
  const residentRows = await sql<ResidentRow>`
    select * from residents where commune_id = ${ctx.communeId} and household_id in (${ids})`.execute(ctx.tx);
  for (const row of householdRows.rows) households.set(row.id, row);
  for (const row of residentRows.rows) residents.set(row.id, row);
  const events: NewEvent[] = [];
  const restored: HouseholdRow[] = [];
  const restoredPeople: ResidentRow[] = [];
  const gone: Id[] = [];
  const gonePeople: Id[] = [];
  for (const { householdId, before } of written) {
    const household = households.get(householdId);
    if (!household) continue;
    const created = before.household === null;
    const after = { ...household, ...before.household };
    if (created) {
      gone.push(householdId);
      events.push(
        householdEvent('household.withdrawn', household, { undoes: importId, code: household.code }),
      );
    } else {
      restored.push(after);
      events.push(...takenBack(household, before.household ?? {}, after, importId));
    }
    for (const one of before.residents) {
      const resident = residents.get(one.id);
      if (!resident) continue;
      if (one.before === null) gonePeople.push(one.id);
      else restoredPeople.push({ ...resident, ...one.before });
      if (created) continue;
      events.push(
        one.before === null
          ? residentEvent('resident.withdrawn', resident, after.hamlet_id, { undoes: importId })
          : residentEvent('resident.corrected', resident, after.hamlet_id, {
              undoes: importId,
              before: shownOf(resident, one.before),
              after: told(withoutMoment(one.before)),
            }),
      );
    }
  }
  await replaceRows(ctx.tx, 'households', ctx.communeId, restored);
  await replaceRows(ctx.tx, 'residents', ctx.communeId, restoredPeople);
  await remove(ctx, 'residents', gonePeople);
  await remove(ctx, 'households', gone);
  return events;
}

/** A household's columns as the import made them and as they are again; a move back is told as a move. */
function takenBack(
  household: HouseholdRow,
  before: Record<string, unknown>,
  after: HouseholdRow,
  importId: Id,
): NewEvent[] {
  const columns = told(withoutMoment(before));
  if (Object.keys(columns).length === 0) return [];
  return [
    householdEvent(
      after.hamlet_id === household.hamlet_id ? 'household.corrected' : 'household.moved',
      after,
      {
        undoes: importId,
        hamletIds: [household.hamlet_id, after.hamlet_id],
        before: shownOf(household, columns),
        after: columns,
      },
    ),
  ];
}

function shownOf(row: object, columns: Record<string, unknown>): Record<string, unknown> {
  const told = withoutMoment(columns);
  return Object.fromEntries(Object.entries(row).filter(([column]) => column in told));
}

function withoutMoment(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => column !== 'updated_at'));
}

async function remove(
  ctx: WriteContext,
  table: 'households' | 'residents',
  ids: readonly Id[],
): Promise<void> {
  await sql`delete from ${sql.table(table)} where commune_id = ${ctx.communeId} and id = any(${ids}::uuid[])`.execute(
    ctx.tx,
  );
}
