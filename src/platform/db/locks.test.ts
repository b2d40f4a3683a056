import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { testDatabase } from '#tests/test-database.ts';
import { openDatabase, type Database } from './database.server.ts';
import { tablesWithoutCommune } from './migrate.server.ts';

const template = testDatabase();
const now = new Date('2026-11-24T02:12:00Z');
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  database = openDatabase({ connectionString: template.connectionString() }, 2);
  owner = new pg.Client(template.connectionString());
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

interface TableFacts {
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
  first_key: string;
}

async function tables(): Promise<TableFacts[]> {
  const { rows } = await owner.query<TableFacts>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
            (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
              where i.indrelid = c.oid and i.indisprimary) as first_key
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p') order by 1`,
  );
  return rows;
}

const account = (communeId: string, login: string) => ({
  commune_id: communeId,
  id: newId(now),
  login,
  full_name: 'Người Thử',
  sort_key: 'x',
  phone: null,
  member_id: null,
  password_hash: null,
  created_at: now,
  disabled_at: null,
  password_changed_at: null,
});

describe('the third lock (law 6)', () => {
  it('is on every table, forced on its owner too, and every key begins with the commune (law 7)', async () => {
    const all = await tables();
    expect(all.length).toBeGreaterThan(25);
    const local = all.filter((table) => !tablesWithoutCommune.has(table.name));
    expect(local.filter((table) => !table.enabled || !table.forced || table.policies !== 1)).toEqual([]);
    expect(local.filter((table) => table.first_key !== 'commune_id')).toEqual([]);
  });

  it('shows one commune’s rows to that commune only, and to the door where signing in needs it', async () => {
    await database.transaction({ commune: '30658' }, (tx) =>
      tx.insertInto('accounts').values(account('30658', 'thu.khoa')).execute(),
    );
    const seen = (scope: { commune: string } | 'door') =>
      database.transaction(scope, (tx) => tx.selectFrom('accounts').select('login').execute());
    expect(await seen({ commune: '30658' })).toHaveLength(1);
    expect(await seen({ commune: '31552' })).toHaveLength(0);
    expect(await seen('door')).toHaveLength(1);
    const households = await database.transaction('door', (tx) =>
      tx.selectFrom('households').select('id').execute(),
    );
    expect(households).toHaveLength(0);
  });

  it('accepts no row for another commune', async () => {
    await expect(
      database.transaction({ commune: '31552' }, (tx) =>
        tx.insertInto('accounts').values(account('30658', 'ke.la')).execute(),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps events as they were written (A21)', async () => {
    const attempts = ['update events set name = name', 'delete from events', 'truncate events'];
    for (const statement of attempts) {
      await owner.query('begin; set local role to_so_app');
      await expect(owner.query(statement)).rejects.toThrow(/permission denied/);
      await owner.query('rollback');
    }
  });

  it('refuses a scope that is no commune', async () => {
    await expect(
      database.transaction({ commune: "30658'; drop table events; --" }, async () => {}),
    ).rejects.toThrow(/five digits/);
  });
});
