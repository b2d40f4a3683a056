import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBinaries } from './embedded/binaries.server.ts';
import {
  administrator,
  clearUnfinished,
  ensureCluster,
  ensureDatabase,
  ensurePassword,
} from './embedded/cluster.server.ts';
import { findHome, type Home, leaveTrace, prepareHome } from './embedded/home.server.ts';
import { launch } from './embedded/launch.server.ts';
import { findPostmaster, stopPostmaster } from './embedded/postmaster.server.ts';
import * as words from './embedded/words.ts';
import { Problem } from '#shared/problem.ts';

/** Where root keeps what PostgreSQL's account cannot reach in a closed home. */
const rootsPlace = '/var/lib/to-so';

export interface EmbeddedOptions {
  /** The folder of the product's data; made when missing. The database's files are in its `pg`. */
  dataFolder: string;
  /** Receives sentences in Vietnamese for the person who starts the product. */
  log: (line: string) => void;
  /** Says only what the person must know (where the data lives, a recovery, an unforeseen end), not the ordinary. */
  quiet?: boolean;
  /** Keeps every finished WAL file in `<dataFolder>/wal-archive`, for a restore to any moment. Default true. */
  walArchive?: boolean;
  /** False only for tests: nothing is forced to disk, and a power cut may destroy the data. Default true. */
  durable?: boolean;
  /** Where the data goes when root's folder is closed to PostgreSQL's account. */
  stateFolder?: string;
}

export interface EmbeddedConnection {
  /** The folder of the Unix socket (on Windows the loopback address). */
  host: string;
  port: number;
  user: string;
  database: 'to_so';
  /** Only on Windows. */
  password?: string;
}

export interface Embedded {
  /** As `to_so`: owner of its database, no superuser, so that row-level security binds it. */
  connection: EmbeddedConnection;
  connectionString: string;
  /** As the server's administrator, for backups and set-up. */
  adminConnectionString: string;
  /** The folder that really holds `pg`, `wal-archive` and `log`: the data folder, or its stand-in under a closed home. */
  folder: string;
  pid: number;
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Ends open connections, writes everything to disk, and waits for the end. Safe to call twice. */
  stop: () => Promise<void>;
}

const heldByUs = new Set<string>();

/**
 * Starts the product's own PostgreSQL on a folder of data: creates it at the first start, recovers it after a crash or power
 * cut, takes over from a run that died, and refuses a folder that another living run uses.
 * @throws Problem `state.conflict` when the data is in use or of another PostgreSQL version (it stays untouched);
 * `service.unavailable` when the database cannot be created or started. The message says in Vietnamese what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const began = performance.now();
  const { log, walArchive = true, durable = true, stateFolder = rootsPlace } = options;
  const tell = options.quiet ? () => {} : log;
  const home = await findHome(options.dataFolder, stateFolder);
  if (heldByUs.has(home.cluster)) throw inUse(home);
  heldByUs.add(home.cluster);
  try {
    await prepareHome(home);
    const copyTo = process.geteuid?.() === 0 ? stateFolder : home.folder;
    const binaries = await findBinaries(home.account, copyTo, tell);
    await ensureCluster(home, binaries, durable, tell);
    await leaveTrace(home);
    if (home.folder !== home.dataFolder) {
      log(words.livesElsewhere(home.dataFolder, home.folder, home.account?.name ?? ''));
    }
    await takeOver(home, log);
    const server = await launch({ home, binaries, walArchive, durable, log });
    try {
      await clearUnfinished(home);
      await ensureDatabase(server.connect, await ensurePassword(home.folder));
    } catch (error) {
      await server.stop();
      throw error;
    }
    void server.ended.finally(() => heldByUs.delete(home.cluster));
    tell(words.ready(Math.round(performance.now() - began)));
    const { pid, ended, stop } = server;
    return { ...(await describe(home.folder, server)), folder: home.folder, pid, ended, stop };
  } catch (error) {
    heldByUs.delete(home.cluster);
    throw error;
  }
}

/**
 * The database of a product that runs on this data folder, for commands beside it (import, migrate, backup); null when none
 * runs. Changes nothing.
 */
export async function findEmbedded(
  dataFolder: string,
): Promise<Pick<Embedded, 'connection' | 'connectionString' | 'adminConnectionString' | 'pid'> | null> {
  const cluster = await realpath(join(dataFolder, 'pg')).catch(() => null);
  const running = cluster && (await findPostmaster(cluster));
  if (!running) return null;
  const place = { host: running.socketFolder || '127.0.0.1', port: running.port };
  return { ...(await describe(dirname(cluster), place)), pid: running.pid };
}

async function describe(
  folder: string,
  { host, port }: { host: string; port: number },
): Promise<Pick<Embedded, 'connection' | 'connectionString' | 'adminConnectionString'>> {
  const password = await ensurePassword(folder);
  const address = (user: string, database: string) => {
    const who = password === null ? user : `${user}:${encodeURIComponent(password)}`;
    return `postgresql://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  };
  return {
    connection: { host, port, user: 'to_so', database: 'to_so', ...(password !== null && { password }) },
    connectionString: address('to_so', 'to_so'),
    adminConnectionString: address(administrator, 'postgres'),
  };
}

/** Stops the server of a run that was killed; leaves that of a living run alone. */
async function takeOver(home: Home, log: (line: string) => void): Promise<void> {
  const running = await findPostmaster(home.cluster);
  if (!running) return;
  if (!running.orphaned) throw inUse(home);
  log(words.stoppingOrphan(running.pid));
  if (await stopPostmaster(running.pid)) return;
  throw new Problem('service.unavailable', { message: words.orphanStays(running.pid) });
}

function inUse(home: Home): Problem {
  return new Problem('state.conflict', { message: words.inUse(home.dataFolder) });
}
