import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#platform/db/database.server.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { loadNationalUnits } from '#features/org/national-units.server.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { productActor } from '#platform/commands/actor.ts';
import { recount } from '#features/targets/recount.server.ts';
import { testDatabase } from '#tests/test-database.ts';
import { writeDemo } from './write-demo.server.ts';

/** The demo commune at a tenth of its size: what line 15 promises of it holds at any size. */
const now = new Date('2026-11-22T03:00:00Z');
const options = { communeId: '30658', households: 600, hamlets: 24, seed: 2026, now };
const first = testDatabase();
const second = testDatabase();
const clients: pg.Client[] = [];

async function fill(connectionString: string, seed: number): Promise<pg.Client> {
  await loadNationalUnits({ connectionString });
  const database = openDatabase({ connectionString }, 4);
  await writeDemo(database, { ...options, seed, analyze: () => refreshStatistics({ connectionString }) });
  await database.close();
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`set to_so.commune = '30658'`);
  clients.push(client);
  return client;
}

let commune: pg.Client;
beforeAll(async () => {
  commune = await fill(first.connectionString(), options.seed);
}, 120_000);
afterAll(() => Promise.all(clients.map((client) => client.end())));

const one = async (client: pg.Client, text: string) =>
  Object.values((await client.query<Record<string, number>>(text)).rows[0] ?? {}).map(Number);

describe('the demo commune', () => {
  it('has its hamlets, households, about 3.7 people in each, and ten months of visits', async () => {
    expect(await one(commune, 'select count(*) from hamlets')).toEqual([24]);
    expect(await one(commune, 'select count(*) from households')).toEqual([600]);
    const [people = 0] = await one(commune, 'select count(*) from residents');
    // 22,000 people in 6,000 households.
    expect(people / 600).toBeGreaterThan(3.4);
    expect(people / 600).toBeLessThan(4);
    const months = await one(commune, `select count(distinct to_char(visited_on, 'YYYY-MM')) from visits`);
    expect(months[0]).toBeGreaterThanOrEqual(10);
  });

  it('has hamlets that are ahead and hamlets that are late, and one without a team', async () => {
    const { rows } = await commune.query<{ rate: number }>(
      `select 100.0 * reached / population as rate from target_counters where target = 'T5' and population > 0 order by 1`,
    );
    expect(rows).toHaveLength(24);
    expect(Number(rows.at(-1)?.rate) - Number(rows[0]?.rate)).toBeGreaterThan(20);
    expect(
      await one(
        commune,
        'select count(*) from hamlets h where not exists (select 1 from teams t where t.hamlet_id = h.id)',
      ),
    ).toEqual([1]);
  });

  it('names nobody who lives: its leader, not the plan’s, signs', async () => {
    const { rows } = await commune.query<{ name: string }>(`select signer->>'name' as name from plans`);
    expect(rows).toEqual([{ name: 'Lý Quang Minh' }]);
    const papers = await one(
      commune,
      `select count(*) from documents where snapshot::text like '%Hồ Hữu Hậu%'`,
    );
    expect(papers).toEqual([0]);
  });

  it('is what commands would have written: every counter equals a recount', async () => {
    const database = openDatabase({ connectionString: first.connectionString() }, 2);
    const result = await runQuery(database, { actor: productActor('30658'), now }, recount);
    await database.close();
    expect(result.marks).toBeGreaterThan(1000);
    expect(result.differences).toEqual([]);
  });

  it('is the same commune from the same seed, and another from another', async () => {
    const same = await sums(commune);
    expect(await sums(await fill(second.connectionString(), options.seed))).toEqual(same);
  }, 120_000);
});

/** A sum over every row of what people see; passwords are salted and stay out. */
async function sums(client: pg.Client): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = {};
  for (const table of [
    'hamlets',
    'teams',
    'team_members',
    'households',
    'residents',
    'visits',
    'guidances',
    'groups',
  ]) {
    const { rows } = await client.query(
      `select count(*), md5(string_agg(x::text, '' order by x.id)) as sum from ${table} as x`,
    );
    result[table] = rows[0];
  }
  return result;
}
