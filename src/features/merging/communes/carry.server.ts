import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.server.ts';
import { adjust } from './adjust.server.ts';
import { takenTables, withoutStory } from './fates.ts';
import type { MergerInHand } from './merger.ts';
import { enter, onTheWay } from './scope.server.ts';
import { writingOrder } from './table-order.server.ts';

/**
 * Copies what lives on of the one commune under the other's code, with its ids. Gives the rows that were written, by table. The
 * transaction ends in the scope of the commune that goes on.
 */
export async function carryOver(tx: Tx, merger: MergerInHand): Promise<Map<string, number>> {
  const order = await writingOrder(tx, takenTables);
  await enter(tx, merger.from);
  for (const table of order) if (table !== 'events') await take(tx, table, merger.from);
  await takeStories(tx, order, merger.from);
  await closeDoors(tx, merger);
  await enter(tx, merger.into);
  for (const table of order) await sql`update ${onTheWay(table)} set commune_id = ${merger.into}`.execute(tx);
  await sql`analyze ${sql.join(order.map(onTheWay))}`.execute(tx);
  await adjust(tx, merger);
  const written = new Map<string, number>();
  for (const table of order) {
    const { numAffectedRows } =
      await sql`insert into ${sql.table(table)} select * from ${onTheWay(table)}`.execute(tx);
    written.set(table, Number(numAffectedRows ?? 0n));
  }
  for (const table of order) await sql`drop table ${onTheWay(table)}`.execute(tx);
  await tellPlanner(tx, merger, order);
  return written;
}

/**
 * Tells the server's planner of the rows that came: it would else believe for the rest of the transaction that the commune has none, and
 * walk all people of the installation once for each household. Only the owner of the tables may.
 */
async function tellPlanner(tx: Tx, { into }: MergerInHand, tables: readonly string[]): Promise<void> {
  await sql`reset role`.execute(tx);
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(tx);
  await enter(tx, into);
}

// A statement that makes a table takes no parameters; the code is five digits (`opening` has refused anything else).
const take = (tx: Tx, table: string, commune: string) =>
  sql`create temporary table ${onTheWay(table)} on commit drop as
    select * from ${sql.table(table)} where commune_id = ${sql.lit(commune)}`.execute(tx);

/** The story of everything that is carried: its events. Who looked at whose restricted facts is the ended commune's audit. */
async function takeStories(tx: Tx, tables: readonly string[], commune: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace and n.nspname = current_schema()
      join pg_attribute as a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
     where c.relname = any(${[...tables]}::text[])`.execute(tx);
  const told = rows.map((row) => row.name).filter((name) => !withoutStory.has(name));
  const ids = sql.join(
    told.map((name) => sql`select id from ${onTheWay(name)}`),
    sql` union all `,
  );
  await sql`create temporary table ${onTheWay('events')} on commit drop as
    select e.* from events as e
     where e.commune_id = ${sql.lit(commune)} and e.name <> 'household.restricted_seen'
       and e.subject_id in (${ids})`.execute(tx);
}

/**
 * Nobody enters the ended commune by the names, phones and codes of before: each is one of its kind on the installation, and goes on
 * in the other commune. The rows stay, so that every name in the archive can be read.
 */
async function closeDoors(tx: Tx, { from, now }: MergerInHand): Promise<void> {
  await sql`update accounts set login = login || '@' || ${from}::text, password_hash = null, disabled_at = coalesce(disabled_at, ${now})
    where commune_id = ${from}`.execute(tx);
  await sql`update devices set token_hash = 'moved:' || id, claim_hash = null, claim_until = null
    where commune_id = ${from}`.execute(tx);
  await sql`update sessions set ended_at = ${now} where commune_id = ${from} and ended_at is null`.execute(
    tx,
  );
  await sql`update invitations set revoked_at = ${now}
    where commune_id = ${from} and used_at is null and revoked_at is null`.execute(tx);
}
