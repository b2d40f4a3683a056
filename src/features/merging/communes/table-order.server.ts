import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.server.ts';

/** Tables that carry commune_id, by name, as the database has them. */
export async function communeTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace and n.nspname = current_schema()
      join pg_attribute as a on a.attrelid = c.oid and a.attname = 'commune_id' and not a.attisdropped
     where c.relkind in ('r', 'p') order by c.relname`.execute(tx);
  return rows.map((row) => row.name);
}

/**
 * The tables in the order in which rows may be written: whatever a foreign key of the database points at stands before it. Throws
 * when keys go round in a circle.
 */
export async function writingOrder(tx: Tx, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; needs: string }>`
    select c.relname as name, r.relname as needs from pg_constraint as k
      join pg_class as c on c.oid = k.conrelid
      join pg_class as r on r.oid = k.confrelid
      join pg_namespace as n on n.oid = c.relnamespace and n.nspname = current_schema()
     where k.contype = 'f' and k.conrelid <> k.confrelid`.execute(tx);
  const needs = Map.groupBy(rows, (row) => row.name);
  const ordered: string[] = [];
  const left = new Set(tables);
  while (left.size > 0) {
    const free = [...left].filter((name) => !needs.get(name)?.some((one) => left.has(one.needs)));
    if (free.length === 0) throw new Error(`foreign keys in a circle: ${[...left].sort().join(', ')}`);
    for (const name of free.sort()) {
      ordered.push(name);
      left.delete(name);
    }
  }
  return ordered;
}
