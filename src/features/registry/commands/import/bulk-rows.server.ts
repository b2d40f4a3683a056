import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.server.ts';
import type { HouseholdTable, ResidentTable, ImportRowTable } from '../../tables.ts';

interface BulkRows {
  households: HouseholdTable;
  residents: ResidentTable;
  import_rows: Omit<ImportRowTable, 'before'> & { before: unknown };
}

/** Inserts many rows in one statement: one parameter for all of them, so that 10,000 rows cost one round trip. */
export async function insertRows<Name extends keyof BulkRows>(
  tx: Tx,
  table: Name,
  rows: readonly BulkRows[Name][],
): Promise<void> {
  if (rows.length === 0) return;
  const name = sql.table(table);
  await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

/** Writes whole rows over those of the same ids. */
export async function replaceRows<Name extends 'households' | 'residents'>(
  tx: Tx,
  table: Name,
  communeId: string,
  rows: readonly BulkRows[Name][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((column) => !['commune_id', 'id', 'created_at'].includes(column));
  const assignments = sql.join(columns.map((column) => sql`${sql.ref(column)} = d.${sql.ref(column)}`));
  await sql`
    update ${sql.table(table)} t set ${assignments}
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) d
     where t.commune_id = ${communeId} and t.id = d.id`.execute(tx);
}
