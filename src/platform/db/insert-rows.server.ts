import { sql, type Selectable } from 'kysely';
import type { Tx } from './database.server.ts';
import type { Tables } from './tables.ts';

/**
 * Writes many rows of one table in few statements: each batch goes as one JSON parameter, so that neither the number of
 * parameters nor the planning of thousands of values stands in the way. Every column of the table must be given.
 *
 * Checks of foreign keys are planned while the referenced table may still be empty; left alone, PostgreSQL would keep
 * reading that table from end to end for every row. It is told to use the index.
 */
export async function insertRows<Name extends keyof Tables>(
  tx: Tx,
  table: Name,
  rows: readonly Selectable<Tables[Name]>[],
  batch = 5000,
): Promise<void> {
  await sql`set local enable_seqscan = off`.execute(tx);
  for (let start = 0; start < rows.length; start += batch) {
    const json = JSON.stringify(rows.slice(start, start + batch));
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(
      tx,
    );
  }
  await sql`set local enable_seqscan = on`.execute(tx);
}
