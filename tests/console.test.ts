import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '#shared/calendar.ts';
import { sharedPath } from './shared-folder.ts';
import { testDatabase } from './test-database.ts';

/** The README's commands on the console, as somebody types them: own processes, what they print, how they end. */
const database = testDatabase();
const root = join(import.meta.dirname, '..');
let client: pg.Client;

function type(command: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: database.connectionString(), INIT_CWD: root, LOG_LEVEL: 'silent' },
  });
  return { stdout, stderr, status };
}

beforeAll(async () => {
  const seeded = type('seed', '--households', '96', '--hamlets', '24', '--today', '2026-11-22');
  expect(seeded.stderr).toContain('Xong');
  client = new pg.Client({ connectionString: database.connectionString() });
  await client.connect();
  await client.query(`set to_so.commune = '30658'`);
}, 120_000);
afterAll(() => client.end());

const households = async () =>
  Number((await client.query<{ count: string }>('select count(*) from households')).rows[0]?.count);

describe('the console', { timeout: 120_000 }, () => {
  it('fills an empty database only', async () => {
    expect(await households()).toBe(96);
    const again = type('seed', '--households', '96');
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('đã có một xã')]);
    expect(await households()).toBe(96);
  });

  it('previews a list as one JSON object that equals its truth, and writes nothing', async () => {
    const file = sharedPath('fixtures', 'import', '02-nhan-khau.xlsx');
    const { stdout, status } = type('import', file, '--preview', '--json');
    expect(status).toBe(0);
    expect(stdout.trim()).not.toContain('\n');
    const truth: Record<string, unknown> = JSON.parse(
      readFileSync(sharedPath('fixtures', 'import', '02-nhan-khau.truth.json'), 'utf8'),
    );
    const { households: count, residents, byHamlet, poor, nearPoor, rows } = truth;
    expect(JSON.parse(stdout)).toMatchObject({
      households: count,
      residents,
      byHamlet,
      poor,
      nearPoor,
      rows,
    });
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(
      expect.arrayContaining(['encoding', 'households', 'residents', 'byHamlet', 'rows', 'warnings']),
    );
    expect(await households()).toBe(96);
  });

  it('imports the list, and the recount finds nothing wrong', async () => {
    const file = sharedPath('fixtures', 'import', '02-nhan-khau.xlsx');
    const { stdout, status } = type('import', file, '--json');
    expect(status).toBe(0);
    const told: { households: number; actions: { created: number } } = JSON.parse(stdout);
    expect(await households()).toBe(96 + told.actions.created);
    expect(told.actions.created).toBeGreaterThan(0);
    const counted = type('recount');
    expect([counted.status, counted.stdout]).toEqual([0, expect.stringContaining(' 0 chỗ lệch')]);
  });

  it('announces a restore from a copy: the phones find another history (law 13)', async () => {
    const epoch = async () => (await client.query('select epoch from sync_epochs')).rows;
    const told = type('announce-restore');
    expect([told.status, told.stdout]).toEqual([0, expect.stringMatching(/^30658: đã báo các điện thoại/)]);
    const first = await epoch();
    expect(first).toHaveLength(1);
    expect(type('announce-restore').status).toBe(0);
    expect(await epoch()).not.toEqual(first);
  });

  it('merges the demo commune into another one, with all that the demo has', async () => {
    const today = formatDay(dayOf(new Date()));
    const order = ['--from', '30658', '--into', '31552', '--on', today, '--paper', 'Nghị quyết 12/NQ-HĐND'];
    await client.query(`set to_so.commune = '31552'`);
    await client.query(
      `insert into installed_communes (commune_id, province_code, is_sample, team_kind_name, installed_at)
       values ('31552', '92', true, 'Tổ công nghệ số cộng đồng', '2026-01-05')`,
    );
    await client.query(`set to_so.commune = '30658'`);
    const there = await households();
    const done = type('merge-communes', ...order, '--write');
    expect([done.status, done.stdout]).toEqual([
      0,
      expect.stringContaining('Tài khoản xem lưu trữ: luutru.30658'),
    ]);
    expect(await households()).toBe(there);
    await client.query(`set to_so.commune = '31552'`);
    expect(await households()).toBe(there);
    const wrong = ['--from', 'x', '--into', '31552', '--on', today, '--paper', 'x'];
    expect(type('merge-communes', ...wrong)).toMatchObject({ status: 2, stdout: '' });
  });

  it('says what is wrong in one sentence: no file, wrong use, no list', () => {
    expect(type('import')).toMatchObject({ status: 2, stdout: '' });
    const absent = type('import', 'khong-co.xlsx', '--preview');
    expect(absent.status).toBe(1);
    const foreign = type('import', 'package.json', '--preview', '--json');
    expect([foreign.status, foreign.stdout]).toEqual([1, '']);
    for (const { stderr } of [absent, foreign]) expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
