import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import {
  copyOfYesterday,
  query,
  start,
  startElsewhere,
  visits,
  useLauncher,
} from '#tests/embedded-launcher.ts';

const { place, said } = useLauncher();

test('after SIGKILL of the server it says so, and the next start recovers what was committed', async () => {
  const dataFolder = await copyOfYesterday('killed');
  const server = await start({ dataFolder, durable: true });
  await query(server, `insert into visits values ('anh Bình')`);
  process.kill(server.pid, 'SIGKILL');
  await server.ended;
  expect(said()).toContain('dừng ngoài ý muốn');
  const again = await start({ dataFolder });
  expect(await query(again, 'table visits')).toEqual([...visits, { note: 'anh Bình' }]);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('run-'))).toHaveLength(1);
});

test('a pid file that names a living process of somebody else does not stop the start', async () => {
  const dataFolder = await copyOfYesterday('reused-pid');
  const first = await start({ dataFolder });
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  // Of the same account: only such a process can PostgreSQL mistake for its own.
  const { uid } = await stat(join(dataFolder, 'pg'));
  const stranger = spawn('sleep', ['60'], { cwd: '/', ...(uid !== process.geteuid?.() && { uid }) });
  onTestFinished(() => void stranger.kill());
  const pidFile = join(dataFolder, 'pg', 'postmaster.pid');
  await writeFile(pidFile, (await readFile(pidFile, 'utf8')).replace(/^\d+/, String(stranger.pid)));
  expect(await query(await start({ dataFolder }), 'table visits')).toEqual(visits);
});

test('after SIGKILL of the product the next start takes its database over', async () => {
  const dataFolder = await copyOfYesterday('orphan');
  const { child, said: first } = await startElsewhere(dataFolder);
  const orphan = Number(first.replace('pid ', ''));
  child.kill('SIGKILL');
  await once(child, 'exit');
  process.kill(orphan, 0);
  const server = await start({ dataFolder });
  expect(said()).toContain(`tiến trình ${orphan}`);
  expect(server.pid).not.toBe(orphan);
  expect(await query(server, 'table visits')).toEqual(visits);
});

test('two processes that start one new folder at once: one wins, one is refused', async () => {
  const dataFolder = join(place, 'race');
  const both = await Promise.all([startElsewhere(dataFolder), startElsewhere(dataFolder)]);
  const outcomes = both.map((one) => one.said.slice(0, 4)).sort();
  expect(outcomes).toEqual(['pid ', 'stat']);
  const winner = both.find((one) => one.said.startsWith('pid '));
  winner?.child.kill('SIGKILL');
  expect(await query(await start({ dataFolder }), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await readdir(dataFolder)).toEqual(['log', 'pg', expect.stringMatching(/^run-/), 'wal-archive']);
});

test('a first start that was killed leaves nothing in the way', async () => {
  const dataFolder = join(place, 'killed-first');
  const { child, said: first } = await startElsewhere(dataFolder, 'log');
  expect(first).toContain('Lần chạy đầu');
  while (!(await readdir(dataFolder)).some((name) => name.startsWith('pg.new-'))) await sleep(10);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('pg'))).toEqual([
    expect.stringMatching(/^pg\.new-/),
  ]);
  expect(await query(await start({ dataFolder }), 'select 1 as one')).toEqual([{ one: 1 }]);
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('pg'))).toEqual(['pg']);
});
