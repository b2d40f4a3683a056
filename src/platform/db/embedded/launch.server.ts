import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { Problem } from '#shared/problem.ts';
import { asAccount, give } from './account.server.ts';
import type { Binaries } from './binaries.server.ts';
import { administrator, ensurePassword } from './cluster.server.ts';
import type { Home } from './home.server.ts';
import { disarmStalePidFile, findPostmaster, readPidFile, stopPostmaster } from './postmaster.server.ts';
import { startArguments } from './settings.server.ts';
import { systemCode } from './system-error.server.ts';
import * as words from './words.ts';

export interface Launch {
  home: Home;
  binaries: Binaries;
  walArchive: boolean;
  durable: boolean;
  log: (line: string) => void;
}

/** A server that answers. */
export interface Server {
  pid: number;
  host: string;
  port: number;
  /** Opens a connection of the administrator; the caller ends it. */
  connect: (database: string) => Promise<Client>;
  ended: Promise<void>;
  stop: () => Promise<void>;
}

/** After the death of a postmaster its children need a moment to notice; for so long PostgreSQL refuses to start anew. */
const patienceWithOldChildren = 25_000;

/** Starts PostgreSQL on a cluster on which nobody lives, and waits until it answers: after a crash, until it has recovered. */
export async function launch(start: Launch): Promise<Server> {
  const { home } = start;
  for (const began = Date.now(); ; await sleep(250)) {
    const last = await readPidFile(home.cluster);
    await disarmStalePidFile(home.cluster);
    const outcome = await tryLaunch(start);
    if (typeof outcome !== 'string') {
      await clearSocketFolders(home.folder, [outcome.host]);
      if (last && last.socketFolder !== outcome.host) await removeSocketFolder(last.socketFolder);
      return outcome;
    }
    const other = await findPostmaster(home.cluster);
    if (other) throw new Problem('state.conflict', { message: words.inUse(home.dataFolder) });
    const passing = /is still in use|lock file .* (already exists|is empty)/.test(outcome);
    if (passing && Date.now() - began < patienceWithOldChildren) continue;
    throw new Problem('service.unavailable', { message: words.cannotStart(home.logs, outcome) });
  }
}

/** One attempt: the server, or what PostgreSQL said when it ended before it answered. */
async function tryLaunch({ home, binaries, walArchive, durable, log }: Launch): Promise<Server | string> {
  const socketFolder = await makeSocketFolder(home);
  const port = socketFolder === null ? await freePort() : 5432;
  const child = spawn(binaries.postgres, startArguments({ home, socketFolder, port, walArchive, durable }), {
    ...asAccount(home.account),
    // Its own process group: Ctrl-C in the terminal must reach the product alone, which ends its work and then stops this.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-8000);
  });
  let over = false;
  let answered = false;
  let wanted = false;
  const onExit = () => void child.kill('SIGINT');
  process.on('exit', onExit);
  child.once('error', (error) => {
    said += String(error);
  });
  // After "close" (not "exit") everything that it said has been read; "close" comes after "error" too.
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const ended = (async () => {
    await closed;
    over = true;
    process.off('exit', onExit);
    if (socketFolder !== null) await removeSocketFolder(socketFolder);
    if (answered && !wanted) log(words.endedByItself(home.logs));
  })();

  const host = socketFolder ?? '127.0.0.1';
  const password = await ensurePassword(home.folder);
  const connect = async (database: string) => {
    const client = new Client({
      host,
      port,
      user: administrator,
      database,
      ...(password !== null && { password }),
    });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const stop = async () => {
    wanted = true;
    if (!over) await stopChild(child.pid, binaries, home, log);
    await ended;
  };

  for (const began = Date.now(); ; await sleep(25)) {
    if (over) {
      await ended;
      return said;
    }
    try {
      await (await connect('postgres')).end();
      answered = true;
      return { pid: child.pid ?? 0, host, port, connect, ended, stop };
    } catch (error) {
      // It runs but refuses us (somebody changed pg_hba.conf): waiting would not end.
      if (systemCode(error)?.startsWith('28')) {
        await stop();
        return `${String(error)}\n${said}`;
      }
      const waited = Math.round((Date.now() - began) / 1000);
      if (waited >= 5 && waited % 10 === 5) {
        log(words.recovering(waited));
        await sleep(1000);
      }
    }
  }
}

async function stopChild(
  pid: number | undefined,
  binaries: Binaries,
  home: Home,
  log: (line: string) => void,
): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    // Windows has no signals; PostgreSQL's own tool knows how to ask.
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast', '-t', '60']);
    return;
  }
  const late = setTimeout(() => log(words.slowStop), 60_000);
  await stopPostmaster(pid).finally(() => clearTimeout(late));
}

const socketPrefix = 'run-';

/**
 * A fresh private folder for the socket: in the data folder, or, as the whole path may have 107 bytes at most (103 on macOS),
 * in the system's folder for temporary files. Null on Windows.
 */
async function makeSocketFolder(home: Home): Promise<string | null> {
  if (process.platform === 'win32') return null;
  const base = fits(home.folder)
    ? join(home.folder, socketPrefix)
    : join(fits(tmpdir()) ? tmpdir() : '/tmp', `to-so-${socketPrefix}`);
  const folder = await mkdtemp(base);
  await give(folder, home.account);
  return folder;
}

function fits(folder: string): boolean {
  // `mkdtemp` adds six letters.
  const longest = join(folder, `to-so-${socketPrefix}${'0'.repeat(6)}`);
  return Buffer.byteLength(join(longest, '.s.PGSQL.5432.lock')) < 100;
}

/** Removes the socket folders of runs that were killed. Only while our own server holds the data. */
async function clearSocketFolders(folder: string, except: string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!except.includes(join(folder, name))) await removeSocketFolder(join(folder, name));
  }
}

async function removeSocketFolder(folder: string): Promise<void> {
  if (/^(to-so-)?run-\w{6}$/.test(basename(folder))) await rm(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 5432));
    });
  });
}
