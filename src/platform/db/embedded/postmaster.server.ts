import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemCode } from './system-error.server.ts';

const run = promisify(execFile);

/** A living PostgreSQL server on a folder of data. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Empty on Windows. */
  socketFolder: string;
  /** True when the process that started it has died: nobody minds this server any more. */
  orphaned: boolean;
}

/** What the server that runs, or ran last, wrote about itself. */
export interface PidFile {
  pid: number;
  port: number;
  socketFolder: string;
}

/** Reads postmaster.pid: one fact a line (pid, folder, start, port, socket folder, …). */
export async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isSafeInteger(pid) || pid < 1) return null;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '' };
}

/** The server that is alive on this data, if any. A pid file alone proves nothing: its number may be another process by now. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = await readPidFile(cluster);
  if (!file) return null;
  const server = await serverProcess(file.pid, await realpath(cluster));
  if (!server) return null;
  const starter = Number(/cluster_name=to-so\/(\d+)/.exec(server.command)?.[1] ?? Number.NaN);
  // Started by somebody by hand: not ours to stop.
  if (Number.isNaN(starter)) return { ...file, orphaned: false };
  const orphaned = server.parent === null ? !isAlive(starter) : server.parent !== starter;
  return { ...file, orphaned };
}

/**
 * Makes PostgreSQL see that a pid file is stale. It refuses to start when the number in it belongs to any living process
 * (after a restart of the machine or container that is likely), or to a dead one that nobody has waited for. Our own number
 * it takes for stale, being its parent, and keeps its check that no old server process still has the memory.
 * Call only when `findPostmaster` found nobody.
 */
export async function disarmStalePidFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const file = await readPidFile(cluster);
  if (!file || !isAlive(file.pid)) return;
  if (process.platform === 'win32') return rm(path, { force: true });
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^-?\d+/, String(process.pid)));
}

/** Stops a server by a fast shutdown; one that does not obey, by an immediate one, which loses nothing either. False when it stays. */
export async function stopPostmaster(pid: number, patience = 60_000): Promise<boolean> {
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return !isAlive(pid);
    }
    for (const end = Date.now() + wait; Date.now() < end;) {
      if (!(await isRunning(pid))) return true;
      await sleep(50);
    }
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Alive and not a zombie: a process whose parent never waits for it keeps its number for ever. */
async function isRunning(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  return process.platform !== 'linux' || (await linuxProcess(pid)) !== null;
}

/**
 * The command line and the parent of this process when it is a server on this data, otherwise null. The command line is asked
 * of the system, as the file in which PostgreSQL notes it is for a moment still that of the run before.
 */
async function serverProcess(
  pid: number,
  cluster: string,
): Promise<{ command: string; parent: number | null } | null> {
  if (!isAlive(pid)) return null;
  if (process.platform === 'win32') {
    return {
      command: await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => ''),
      parent: null,
    };
  }
  if (process.platform === 'linux') {
    // A server works in its folder of data; only its own user and root may look.
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => null)) !== cluster) return null;
    const found = await linuxProcess(pid);
    if (!found?.name.startsWith('postgres')) return null;
    return { command: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''), parent: found.parent };
  }
  const { stdout } = await run('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes(`-D ${cluster}`) ? { command: stdout, parent: Number.parseInt(stdout, 10) } : null;
}

async function linuxProcess(pid: number): Promise<{ name: string; parent: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/s.exec(text) ?? [];
  if (name === undefined || state === 'Z' || state === 'X') return null;
  return { name, parent: Number(parent) };
}
