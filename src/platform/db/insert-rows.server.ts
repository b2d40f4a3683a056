import { sql, type RawBuilder, type Selectable } from 'kysely';
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
    const some = rowsAsTable(table, rows.slice(start, start + batch));
    await sql`insert into ${sql.table(table)} select * from ${some}`.execute(tx);
  }
  await sql`set local enable_seqscan = on`.execute(tx);
}

/**
 * Rows of a table as one parameter, to be selected from: the statement reads the same however many they are, so it is planned
 * once. Every column of the table must be given.
 */
export function rowsAsTable<Name extends keyof Tables>(
  table: Name,
  rows: readonly Selectable<Tables[Name]>[],
): RawBuilder<unknown> {
  return sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`;
}
