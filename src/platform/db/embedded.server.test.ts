import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  copyOfYesterday,
  failure,
  query,
  start,
  startElsewhere,
  visits,
  useLauncher,
} from '#tests/embedded-launcher.ts';
import { findEmbedded } from './embedded.server.ts';
import { archiveCommand } from './embedded/settings.server.ts';

const { place } = useLauncher();
const isRoot = process.geteuid?.() === 0;

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

test('two starts on one folder: the second is refused, the first goes on', async () => {
  const dataFolder = await copyOfYesterday('twice');
  const server = await start({ dataFolder });
  const second = await failure(start({ dataFolder }));
  expect([second.code, second.message]).toEqual([
    'state.conflict',
    expect.stringContaining('Tổ Số khác dùng'),
  ]);
  const { said: first } = await startElsewhere(dataFolder);
  expect(first).toContain('state.conflict: Dữ liệu đang được một Tổ Số khác dùng');
  expect(await query(server, 'table visits')).toEqual(visits);
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
