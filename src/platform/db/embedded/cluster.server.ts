import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { Problem } from '#shared/problem.ts';
import { asAccount, give } from './account.server.ts';
import type { Binaries } from './binaries.server.ts';
import type { Home } from './home.server.ts';
import { tunable } from './settings.server.ts';
import { systemCode } from './system-error.server.ts';
import * as words from './words.ts';

const run = promisify(execFile);

/** The role that owns the whole server: for backups and set-up. The product itself works as the powerless `to_so`. */
export const administrator = 'to_so_admin';

const unfinished = 'pg.new-';

/**
 * Makes the database's files when there are none, under another name that becomes `pg` in one step: a first start that is
 * killed leaves nothing that looks like data.
 * @throws Problem `state.conflict` when the files are of another PostgreSQL or are not a database; they stay untouched
 */
export async function ensureCluster(
  home: Home,
  binaries: Binaries,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  if (await hasCluster(home, binaries)) return;
  log(words.firstStart(home.folder));
  const fresh = await mkdtemp(join(home.folder, unfinished));
  await give(fresh, home.account);
  try {
    const password = await ensurePassword(home.folder);
    await run(
      binaries.initdb,
      [
        ['--pgdata', fresh, '--username', administrator, '--encoding', 'UTF8', '--data-checksums'],
        ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
        password === null
          ? ['--auth-local', 'trust', '--auth-host', 'reject']
          : ['--auth', 'scram-sha-256', '--pwfile', passwordFile(home.folder)],
        durable ? [] : ['--no-sync'],
        tunable.flatMap((setting) => ['--set', setting]),
      ].flat(),
      asAccount(home.account),
    );
    await rename(fresh, home.cluster);
    if (durable) await syncFolder(home.folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true, maxRetries: 5 });
    if (await hasCluster(home, binaries)) return;
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Problem('service.unavailable', { message: words.cannotCreate(said || String(error)) });
  }
}

/** Clears what killed first starts left. Only while our own server holds the data: nobody else can be at work on it then. */
export async function clearUnfinished(home: Home): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (name.startsWith(unfinished))
      await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Makes the product's role and its empty database where they are missing. The role may do nothing outside that database;
 * it becomes `to_so_app`, whom row-level security binds, in every transaction (see `openDatabase`), and may not make roles.
 */
export async function ensureDatabase(
  connect: (database: string) => Promise<Client>,
  password: string | null,
): Promise<void> {
  const client = await connect('postgres');
  try {
    const roles = await client.query(`select from pg_roles where rolname = 'to_so'`);
    if (roles.rowCount === 0) {
      const secret = password === null ? '' : ` password ${client.escapeLiteral(password)}`;
      await client.query(`create role to_so login${secret}`);
    }
    const app = await client.query(`select from pg_roles where rolname = 'to_so_app'`);
    if (app.rowCount === 0) await client.query('create role to_so_app nologin');
    await client.query('grant to_so_app to to_so');
    const databases = await client.query(`select from pg_database where datname = 'to_so'`);
    if (databases.rowCount === 0) await client.query('create database to_so owner to_so');
  } finally {
    await client.end();
  }
}

/**
 * The password of the database's roles, or null where none is needed: on a Unix socket in a private folder the
 * file system is the guard; Windows has no such sockets and uses the loopback network.
 */
export async function ensurePassword(folder: string): Promise<string | null> {
  if (process.platform !== 'win32') return null;
  await writeFile(passwordFile(folder), randomBytes(24).toString('base64url'), {
    flag: 'wx',
    mode: 0o600,
  }).catch(() => {});
  return readFile(passwordFile(folder), 'utf8');
}

function passwordFile(folder: string): string {
  return join(folder, 'pg-password');
}

async function hasCluster(home: Home, binaries: Binaries): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(home.cluster);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw new Problem('service.unavailable', { message: words.noAccess(home.cluster) });
  }
  if (names.length === 0) return false;
  const version = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) throw new Problem('state.conflict', { message: words.notACluster(home.cluster) });
  if (version.trim() !== binaries.major) {
    throw new Problem('state.conflict', {
      message: words.otherVersion(home.cluster, version.trim(), binaries.major),
    });
  }
  return true;
}

/** A rename survives a power cut only when the folder itself is on disk. Windows cannot open folders, and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
