import type pg from 'pg';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { openDatabase } from '#platform/db/database.server.ts';
import type { Day } from '#shared/calendar.ts';

/** Communes that were merged into another one: they are read, and nobody writes in them. Asked once, at the start. */
export async function closedCommunes(connection: pg.ClientConfig): Promise<Set<string>> {
  const database = openDatabase(connection, 1);
  try {
    const rows = await database.transaction('door', (tx) =>
      tx.selectFrom('installed_communes').select('commune_id').where('closed_on', 'is not', null).execute(),
    );
    return new Set(rows.map((row) => row.commune_id));
  } finally {
    await database.close();
  }
}

/** Since when the commune is closed; null: it goes on. Everybody in it may know. */
export async function closedOn(ctx: ReadContext): Promise<Day | null> {
  const row = await ctx.tx
    .selectFrom('installed_communes')
    .select('closed_on')
    .where('commune_id', '=', ctx.communeId)
    .executeTakeFirst();
  return row?.closed_on ?? null;
}
