import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { type Embedded, type EmbeddedOptions, findEmbedded, startEmbedded } from './embedded.server.ts';
import { archiveCommand } from './embedded/settings.server.ts';

const isRoot = process.geteuid?.() === 0;
const place = await mkdtemp(join(tmpdir(), 'to-so-launcher-'));
const open: Embedded[] = [];
const children: ChildProcess[] = [];
let lines: string[] = [];

/** A database of "the day before", made once and copied by the tests that need one. */
const yesterday = join(place, 'yesterday');

beforeAll(async () => {
  await chmod(place, 0o755);
  const server = await start({ dataFolder: yesterday });
  await query(server, 'create table visits (note text)');
  await query(server, `insert into visits values ('chị Lan đến nhà bà Sáu')`);
  await server.stop();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of open.splice(0)) await server.stop();
  lines = [];
});

afterAll(() => rm(place, { recursive: true, force: true }));

async function start(options: Partial<EmbeddedOptions> & { dataFolder: string }): Promise<Embedded> {
  const server = await startEmbedded({
    log: (line) => lines.push(line),
    walArchive: false,
    durable: false,
    stateFolder: join(place, 'state'),
    ...options,
  });
  open.push(server);
  return server;
}

async function query(server: Pick<Embedded, 'connectionString'>, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function copyOfYesterday(name: string): Promise<string> {
  const dataFolder = join(place, name);
  execFileSync('cp', ['-a', yesterday, dataFolder]);
  return dataFolder;
}

/** Another Node process that starts the product's database, as `npm start` would; resolves with its first line. */
async function startElsewhere(
  dataFolder: string,
  after = 'ready',
): Promise<{ child: ChildProcess; said: string }> {
  const entry = fileURLToPath(new URL('./embedded.server.ts', import.meta.url));
  const program = `
    import { startEmbedded } from ${JSON.stringify(entry)};
    const said = (line) => process.stdout.write(line + '\\n');
    try {
      const server = await startEmbedded({
        dataFolder: ${JSON.stringify(dataFolder)}, stateFolder: ${JSON.stringify(join(place, 'state'))},
        log: (line) => { if (${JSON.stringify(after)} === 'log') said(line); }, walArchive: false, durable: false,
      });
      said('pid ' + server.pid);
      setInterval(() => {}, 1000);
    } catch (error) { said(error.code + ': ' + error.message); process.exit(1); }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  return { child, said: first.toString().trim() };
}

async function failure(attempt: Promise<unknown>): Promise<Problem> {
  return attempt.then(
    () => expect.unreachable('it should have been refused'),
    (error: Problem) => error,
  );
}

const visits = [{ note: 'chị Lan đến nhà bà Sáu' }];

test('the first start makes a safe UTF-8 database, in a folder with spaces and a long Vietnamese path', async () => {
  const dataFolder = join(place, 'Dữ liệu của xã Nhơn Mỹ', 'thư mục rất dài '.repeat(8).trim(), 'Tổ Số');
  const server = await start({ dataFolder, durable: true, walArchive: true });
  expect(
    await query(
      server,
      `select current_user as role, rolsuper as super, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
              current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
              current_setting('archive_mode') as archive, current_setting('listen_addresses') as addresses,
              upper('đặng thị hạnh') as upper
         from pg_roles where rolname = current_user`,
    ),
  ).toEqual([
    {
      role: 'to_so',
      super: false,
      checksums: 'on',
      fsync: 'on',
      pages: 'on',
      encoding: 'UTF8',
      zone: 'UTC',
      archive: 'on',
      addresses: '',
      upper: 'ĐẶNG THỊ HẠNH',
    },
  ]);
  expect(await readdir(dataFolder)).toEqual(['log', 'pg', 'wal-archive']);
  expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
  if (isRoot) expect((await stat(join(dataFolder, 'pg'))).uid).not.toBe(0);
  await query(server, 'create extension pg_trgm');
  await query(server, 'create extension btree_gin');
  await server.stop();
  // A clean stop hands the last piece of the log to the archive.
  expect(
    (await readdir(join(dataFolder, 'wal-archive'))).filter((name) => /^[0-9A-F]{24}$/.test(name)),
  ).not.toEqual([]);
  await expect(stat(server.connection.host)).rejects.toThrow('ENOENT');
});

test('the second start has the data, and a command beside it finds the running database', async () => {
  const dataFolder = await copyOfYesterday('second');
  const server = await start({ dataFolder });
  expect(await query(server, 'table visits')).toEqual(visits);
  const found = await findEmbedded(dataFolder);
  expect(found?.pid).toBe(server.pid);
  expect(found && (await query(found, 'table visits'))).toEqual(visits);
  await server.stop();
  await server.stop();
  expect(await findEmbedded(dataFolder)).toBeNull();
});

test('after SIGKILL of the server it says so, and the next start recovers what was committed', async () => {
  const dataFolder = await copyOfYesterday('killed');
  const server = await start({ dataFolder, durable: true });
  await query(server, `insert into visits values ('anh Bình')`);
  process.kill(server.pid, 'SIGKILL');
  await server.ended;
  expect(lines.join()).toContain('dừng ngoài ý muốn');
  const again = await start({ dataFolder });
  expect(await query(again, 'table visits')).toEqual([...visits, { note: 'anh Bình' }]);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('run-'))).toHaveLength(1);
});

test('a pid file that names a living process of somebody else does not stop the start', async () => {
  const dataFolder = await copyOfYesterday('reused-pid');
  const first = await start({ dataFolder });
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const pidFile = join(dataFolder, 'pg', 'postmaster.pid');
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, '1'));
  expect(await query(await start({ dataFolder }), 'table visits')).toEqual(visits);
});

test('after SIGKILL of the product the next start takes its database over', async () => {
  const dataFolder = await copyOfYesterday('orphan');
  const { child, said } = await startElsewhere(dataFolder);
  const orphan = Number(said.replace('pid ', ''));
  child.kill('SIGKILL');
  await once(child, 'exit');
  process.kill(orphan, 0);
  const server = await start({ dataFolder });
  expect(lines.join()).toContain(`tiến trình ${orphan}`);
  expect(server.pid).not.toBe(orphan);
  expect(await query(server, 'table visits')).toEqual(visits);
});

test('two starts on one folder: the second is refused, the first goes on', async () => {
  const dataFolder = await copyOfYesterday('twice');
  const server = await start({ dataFolder });
  const second = await failure(start({ dataFolder }));
  expect([second.code, second.message]).toEqual([
    'state.conflict',
    expect.stringContaining('Tổ Số khác dùng'),
  ]);
  const { said } = await startElsewhere(dataFolder);
  expect(said).toContain('state.conflict: Dữ liệu đang được một Tổ Số khác dùng');
  expect(await query(server, 'table visits')).toEqual(visits);
});

test('two processes that start one new folder at once: one wins, one is refused', async () => {
  const dataFolder = join(place, 'race');
  const both = await Promise.all([startElsewhere(dataFolder), startElsewhere(dataFolder)]);
  const said = both.map((one) => one.said.slice(0, 4)).sort();
  expect(said).toEqual(['pid ', 'stat']);
  const winner = both.find((one) => one.said.startsWith('pid '));
  winner?.child.kill('SIGKILL');
  expect(await query(await start({ dataFolder }), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await readdir(dataFolder)).toEqual(['log', 'pg', expect.stringMatching(/^run-/), 'wal-archive']);
});

test('a first start that was killed leaves nothing in the way', async () => {
  const dataFolder = join(place, 'killed-first');
  const { child, said } = await startElsewhere(dataFolder, 'log');
  expect(said).toContain('Lần chạy đầu');
  while (!(await readdir(dataFolder)).some((name) => name.startsWith('pg.new-'))) await sleep(10);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('pg'))).toEqual([
    expect.stringMatching(/^pg\.new-/),
  ]);
  expect(await query(await start({ dataFolder }), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('pg'))).toEqual(['pg']);
});

test('data of another PostgreSQL, and a folder that is no database, are refused untouched', async () => {
  const dataFolder = join(place, 'older');
  await mkdir(join(dataFolder, 'pg'), { recursive: true });
  await writeFile(join(dataFolder, 'pg', 'PG_VERSION'), '16\n');
  const older = await failure(start({ dataFolder }));
  expect([older.code, older.message]).toEqual(['state.conflict', expect.stringContaining('PostgreSQL 16')]);
  expect(await readdir(join(dataFolder, 'pg'))).toEqual(['PG_VERSION']);

  await rm(join(dataFolder, 'pg', 'PG_VERSION'));
  await writeFile(join(dataFolder, 'pg', 'thu.docx'), '');
  const foreign = await failure(start({ dataFolder }));
  expect([foreign.code, foreign.message]).toEqual(['state.conflict', expect.stringContaining('không phải')]);
  expect(await readdir(join(dataFolder, 'pg'))).toEqual(['thu.docx']);
});

test.runIf(isRoot)(
  'under a closed home of root the data lives elsewhere and is found again after a move',
  async () => {
    const home = join(place, 'root');
    await mkdir(home, { mode: 0o700 });
    const server = await start({ dataFolder: join(home, 'data') });
    expect(server.folder.startsWith(join(place, 'state'))).toBe(true);
    expect(lines.join()).toContain(`dữ liệu nằm ở ${server.folder}`);
    expect(await readlink(join(home, 'data', 'pg'))).toBe(join(server.folder, 'pg'));
    await query(server, `create table visits as select 'chị Lan đến nhà bà Sáu' as note`);
    await server.stop();
    execFileSync('mv', [join(home, 'data'), join(home, 'moved')]);
    const again = await start({ dataFolder: join(home, 'moved') });
    expect(await query(again, 'table visits')).toEqual(visits);
    await again.stop();
    await rm(again.folder, { recursive: true });
    const lost = await failure(start({ dataFolder: join(home, 'moved') }));
    expect(lost.message).toContain('không còn dữ liệu');
  },
);

test.runIf(isRoot)('data whose folder was closed later is not taken for lost', async () => {
  const dataFolder = await copyOfYesterday('closed-later');
  await chmod(dataFolder, 0o700);
  const closed = await failure(start({ dataFolder }));
  expect(closed.message).toContain('nay đã đóng với tài khoản');
  await chmod(dataFolder, 0o750);
  expect(await query(await start({ dataFolder }), 'table visits')).toEqual(visits);
});

test.runIf(isRoot)('started by root on the data of a normal user, it stays that user’s', async () => {
  const dataFolder = await copyOfYesterday('of-a-user');
  execFileSync('chown', ['-R', '65534:65534', dataFolder]);
  const server = await start({ dataFolder });
  expect(await query(server, 'table visits')).toEqual(visits);
  expect((await stat(join(dataFolder, 'pg', 'postmaster.pid'))).uid).toBe(65534);
});

test('a WAL file is archived once, never over another, and names with quotes and percent signs work', async () => {
  const archive = join(place, `lưu trữ 100% 'WAL'`);
  await mkdir(archive);
  const wal = join(place, 'segment');
  await writeFile(wal, 'first');
  const command = archiveCommand(archive)
    .replaceAll('%p', wal)
    .replaceAll('%f', '00A1')
    .replaceAll('%%', '%');
  execFileSync('/bin/sh', ['-c', command]);
  execFileSync('/bin/sh', ['-c', command]);
  await writeFile(wal, 'other');
  expect(() => execFileSync('/bin/sh', ['-c', command], { stdio: 'ignore' })).toThrow('Command failed');
  expect(await readdir(archive)).toEqual(['00A1']);
  expect(await readFile(join(archive, '00A1'), 'utf8')).toBe('first');
});
