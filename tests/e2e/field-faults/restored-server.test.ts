import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '#platform/db/database.server.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { commune } from '#tests/world.ts';
import { phone as handset, useBrowser } from '../../browser.ts';
import { startProduct, type Product } from '../../product.ts';
import { testDatabase } from '../../test-database.ts';
import { pin } from './commune.ts';
import { useHarnessApp } from './harness-app.ts';
import { openPhonePage } from './phone-page.ts';
import { openWeakLine } from './weak-line.ts';

/** The disk of the commune's server dies; the copy of yesterday takes its place (F15, law 13). Two real databases. */
const app = useHarnessApp();
const open = useBrowser();
const today = testDatabase();
const yesterday = testDatabase();
const root = join(import.meta.dirname, '..', '..', '..');
let product: Product | null = null;
afterEach(() => product?.stop());

describe('the server of yesterday', { timeout: 300_000 }, () => {
  it('has everything again when the phones have called, announced or not', async () => {
    product = await startProduct(today.connectionString(), { households: 120 });
    const line = await openWeakLine(app(), product.url);
    const phones = [];
    for (const login of ['chilan', 'chutu']) {
      const { page } = await open(handset);
      const phone = await openPhonePage(page, line.url);
      await phone.enterByAccount(login, demoPassword, pin);
      expect(await phone.sync()).toBe('done');
      phones.push(phone);
    }
    const [lan, tu] = phones;
    if (!lan || !tu) throw new Error('two phones');
    const houses = (await lan.look()).homes.map((home) => home.id).slice(0, 4);
    await lan.visit(houses.slice(0, 2));
    expect(await lan.sync()).toBe('done');

    // The copy is taken, and work goes on.
    await product.stop();
    await copy(today.connectionString(), yesterday.connectionString());
    product = await startProduct(today.connectionString());
    line.server = product.url;
    await lan.visit(houses);
    expect(await lan.sync()).toBe('done');
    await tu.visit(houses.slice(1));
    expect(await tu.sync()).toBe('done');
    const before = await visitsIn(today.connectionString());
    expect(before).toHaveLength((await visitsIn(yesterday.connectionString())).length + 7);

    // Nobody thinks of the announcement: a phone that was told "received" sees that the server has forgotten it.
    await product.stop();
    product = await startProduct(yesterday.connectionString());
    line.server = product.url;
    expect(await lan.sync()).toBe('done');
    expect(line.pulls.at(-2)?.lines).toContain('list');
    expect(await lan.look()).toMatchObject({ outbox: [] });

    // Announced at last: chú Tư's phone, and hers once more, without doubling.
    announce();
    expect([await tu.sync(), await lan.sync(), await tu.sync()]).toEqual(['done', 'done', 'done']);
    expect(await visitsIn(yesterday.connectionString())).toEqual(before);
    const [hers, his] = [await lan.look(), await tu.look()];
    expect([hers.homes, hers.outbox, hers.epoch]).toEqual([his.homes, [], his.epoch]);
    line.close();
  });
});

/** `npm run restored`, beside the running product. */
function announce(): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/announce-restore.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: yesterday.connectionString() },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
}

/** Puts a whole database in the place of another. */
async function copy(from: string, to: string): Promise<void> {
  const [source, target] = [from, to].map((address) => new URL(address).pathname.slice(1));
  const client = new Client({ connectionString: inject('databaseServer').connectionString });
  await client.connect();
  try {
    await client.query(`drop database ${target} with (force)`);
    await client.query(`create database ${target} template ${source}`);
  } finally {
    await client.end();
  }
}

async function visitsIn(connectionString: string): Promise<string[]> {
  const database = openDatabase({ connectionString }, 1);
  try {
    const rows = await database.transaction({ commune }, (tx) =>
      tx.selectFrom('visits').select('id').orderBy('id').execute(),
    );
    return rows.map((row) => row.id);
  } finally {
    await database.close();
  }
}
