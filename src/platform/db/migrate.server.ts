import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const folder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** Tables that belong to no commune, and why. Every other table carries commune_id and is locked by it (laws 6 and 7). */
export const tablesWithoutCommune = new Set([
  'migrations', // of the database itself
  'provinces', // the national list of units, the same for all
  'communes',
  'sign_in_limits', // counts of failed tries by key, before anybody is known
]);

/** Tables that sign-in reads before it knows the commune. */
const tablesAtTheDoor = new Set([
  'accounts',
  'account_roles',
  'sessions',
  'invitations',
  'devices',
  'installed_communes',
  // whose hamlets' rights go on in which: ids and days, nothing of anybody
  'hamlet_mergers',
  'events',
]);

/**
 * Brings the schema to the newest state: forward only, each file once, one file one transaction, one statement a call
 * (Citus). Two processes that start together wait for each other. Safe to run again after a kill at any moment (F18).
 * `until` leaves out what comes after a file's name: for tests of a migration.
 */
export async function migrate(connectionString: string | pg.ClientConfig, until = '9999'): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(7301)`);
    await client.query(
      `create table if not exists migrations (name text primary key, applied_at timestamptz not null)`,
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name),
    );
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const unknown = [...done].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new Error(
        `Cơ sở dữ liệu mới hơn chương trình này (${unknown.join(', ')}). Hãy cập nhật chương trình.`,
      );
    }
    for (const name of files.filter((file) => !done.has(file) && file <= until)) {
      await client.query('begin');
      try {
        await forOwner(client, async () => {
          for (const statement of statementsOf(await readFile(`${folder}${name}`, 'utf8')))
            await client.query(statement);
        });
        await client.query('insert into migrations (name, applied_at) values ($1, $2)', [name, new Date()]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
    await lockByCommune(client);
  } finally {
    await client.end();
  }
}

/**
 * Row-level security binds the owner of the tables too: without a commune it sees no row, and a migration that rewrites rows
 * would change none and say nothing. For its transaction the owner sees all.
 */
async function forOwner(client: pg.Client, work: () => Promise<void>): Promise<void> {
  // By their number, not by name: a migration may rename a table or drop it.
  const before = await client.query<{ table: string; name: string }>(
    `select c.oid::text as table, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relforcerowsecurity`,
  );
  for (const { name } of before.rows) await client.query(`alter table ${name} no force row level security`);
  await work();
  const there = await client.query<{ name: string }>(
    'select relname as name from pg_class where oid = any($1::oid[])',
    [before.rows.map(({ table }) => table)],
  );
  for (const { name } of there.rows) await client.query(`alter table ${name} force row level security`);
}

/** Statements end with a semicolon at the end of a line; our migrations have no function bodies (no triggers, law 7). */
function statementsOf(text: string): string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
}

/**
 * The third lock (law 6): row-level security by commune on every table, forced on the owner too. Runs after each start,
 * so that a new table cannot be forgotten.
 */
async function lockByCommune(client: pg.Client): Promise<void> {
  const role = await client.query(`select 1 from pg_roles where rolname = 'to_so_app'`);
  if (role.rowCount === 0) await client.query('create role to_so_app nologin');
  // From PostgreSQL 16 on a member may still not `set role`; before 16 there is no such right to ask for.
  const right =
    Number(
      (await client.query<{ version: string }>(`select current_setting('server_version_num') as version`))
        .rows[0]?.version,
    ) >= 160_000
      ? 'SET'
      : 'MEMBER';
  const member = await client.query<{ may: boolean }>(
    `select pg_has_role(current_user, 'to_so_app', $1) as may`,
    [right],
  );
  if (member.rows[0]?.may !== true) await client.query('grant to_so_app to current_user');
  const schema =
    (await client.query<{ name: string }>('select current_schema() as name')).rows[0]?.name ?? 'public';
  await client.query(`grant usage on schema ${schema} to to_so_app`);
  const tables = await client.query<{ name: string; has_commune: boolean; locked: boolean }>(
    `select c.relname as name,
            exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune_id' and not a.attisdropped) as has_commune,
            exists (select 1 from pg_policy p where p.polrelid = c.oid) as locked
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p')`,
  );
  for (const { name, has_commune: hasCommune, locked } of tables.rows) {
    if (hasCommune === tablesWithoutCommune.has(name))
      throw new Error(`table ${name}: commune_id or a place in tablesWithoutCommune`);
    if (name === 'migrations') continue;
    const verbs =
      name === 'events'
        ? 'select, insert'
        : name === 'provinces' || name === 'communes'
          ? 'select'
          : 'select, insert, update, delete';
    await client.query(`grant ${verbs} on ${name} to to_so_app`);
    if (locked) continue;
    const door = tablesAtTheDoor.has(name) ? ` or current_setting('to_so.door', true) = 'open'` : '';
    const rule = hasCommune ? `commune_id = current_setting('to_so.commune', true)${door}` : 'true';
    await client.query(`alter table ${name} enable row level security`);
    if (hasCommune) await client.query(`alter table ${name} force row level security`);
    await client.query(`create policy by_commune on ${name} using (${rule}) with check (${rule})`);
  }
}
