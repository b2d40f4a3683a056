import { sql } from 'kysely';
import * as z from 'zod/mini';
import { visible, writeContext, type Origin, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { Problem } from '#shared/problem.ts';
import { HouseholdFilter } from '../model/household-filter.ts';
import * as said from '../export-words.ts';
import { canExportRegister, canSeeHousehold, canSeeRestrictedList } from '../policy.ts';
import { findHamlet } from '../queries/registry-rows.server.ts';
import { matchingHouseholds } from '../queries/list-households.server.ts';
import { exportedHouseholds, exportedResidents } from '../queries/exported-rows.server.ts';

/** What is exported: the households that match the filter, one a row, or their people, one a row. */
export const ExportInput = z.object({
  what: z.enum(['households', 'residents']),
  filter: z._default(HouseholdFilter, HouseholdFilter.parse({})),
});

const batch = 2000;

/**
 * Hands the matching part of the register to `write` as a table that streams out of the database in batches, as it was at one
 * moment, memory flat (issue line 10). Restricted columns only for who may see them in all that is exported. Writes
 * 'register.exported' with the filter and the number of rows; all in one transaction, which lasts as long as the writing.
 * Problems: `not_allowed`, `not_found` for a hamlet that the actor may not see.
 */
export async function exportRegister<Result>(
  database: Database,
  origin: Origin,
  rawInput: unknown,
  write: (table: ExportTable, count: number) => Promise<Result>,
): Promise<Result> {
  const input = parseInput(ExportInput, rawInput);
  return database.transaction({ commune: origin.actor.communeId }, async (tx) => {
    const ctx = writeContext(tx, origin);
    const { hamletId } = input.filter;
    if (hamletId !== null)
      visible(await findHamlet(ctx, hamletId), (hamlet) =>
        canSeeHousehold(ctx.actor, { hamletId: hamlet.id }),
      );
    if (!canExportRegister(ctx.actor, hamletId)) throw new Problem('not_allowed');
    const restricted = canSeeRestrictedList(ctx.actor, hamletId);
    const { count } = await tx
      .selectFrom(matchingHouseholds(ctx, { ...input.filter, cursor: null }).as('few'))
      .select((on) => on.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    await ctx.emit({
      name: 'register.exported',
      hamletId,
      subject: 'register',
      subjectId: ctx.id(),
      data: { householdIds: [], what: input.what, filter: input.filter, households: count, restricted },
    });
    const columns = said.columnsOf(input.what, restricted);
    return write(
      { sheetName: said.sheetNames[input.what], columns, rows: rowsOf(ctx, input, restricted) },
      count,
    );
  });
}

async function* rowsOf(
  ctx: WriteContext,
  input: z.output<typeof ExportInput>,
  restricted: boolean,
): AsyncGenerator<readonly ExportValue[]> {
  const query = matchingHouseholds(ctx, { ...input.filter, cursor: null }).compile();
  // A cursor sees the register as it was when it was opened. Its name is ours; the query brings its own parameters.
  const declare = {
    ...query,
    sql: `declare register_export cursor for select id from (${query.sql}) few order by sort, id`,
  };
  await ctx.tx.executeQuery(declare);
  try {
    for (;;) {
      const { rows } = await sql<{
        id: string;
      }>`fetch ${sql.raw(String(batch))} from register_export`.execute(ctx.tx);
      if (rows.length === 0) break;
      const ids = rows.map((row) => row.id);
      yield* input.what === 'households'
        ? await exportedHouseholds(ctx, ids, restricted)
        : await exportedResidents(ctx, ids, restricted);
    }
  } finally {
    await sql`close register_export`.execute(ctx.tx);
  }
}
