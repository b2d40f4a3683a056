import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '#shared/problem.ts';
import { type Account, chooseAccount, give, reaches } from './account.server.ts';
import { systemCode } from './system-error.server.ts';
import * as words from './words.ts';

/** Where one database lives on disk, and who runs it. */
export interface Home {
  /** The folder that the configuration names. */
  dataFolder: string;
  /** The folder that really holds everything: the data folder, or its stand-in when the account cannot enter that. */
  folder: string;
  cluster: string;
  walArchive: string;
  logs: string;
  account: Account | null;
}

/**
 * Finds or makes the home of the database of a data folder. When root starts the product under a closed home (such as
 * /root), the account that runs PostgreSQL cannot enter it; the data then lives in `<stateFolder>/<hash of the path>`,
 * and `<dataFolder>/pg` becomes a link to it (see `leaveTrace`), so that it is found again after a move of the folder.
 * @throws Problem `service.unavailable` when the folder cannot be used or its data has gone
 */
export async function findHome(dataFolder: string, stateFolder: string): Promise<Home> {
  const given = resolve(dataFolder);
  try {
    await makeDataFolder(given);
  } catch (cause) {
    throw new Problem('service.unavailable', { message: `${words.noAccess(given)} (${String(cause)})` });
  }
  const real = await realpath(given);
  const standIn = join(stateFolder, createHash('sha256').update(real).digest('hex').slice(0, 16));
  const link = join(real, 'pg');
  const target = await readlink(link).catch(() => null);
  if (target !== null) {
    const cluster = resolve(real, target);
    if (!(await stat(cluster).catch(() => null))) {
      throw new Problem('service.unavailable', { message: words.lost(link, cluster) });
    }
    return describe(real, dirname(cluster), await chooseAccount([cluster]));
  }
  const account = await chooseAccount([link, join(standIn, 'pg'), real]);
  if (await reaches(account, real, 'x')) return describe(real, real, account);
  // Data that is there but has become closed must not seem to be gone.
  if (await stat(link).catch(() => null)) {
    throw new Problem('service.unavailable', { message: words.closedSince(real, account?.name ?? '') });
  }
  return describe(real, standIn, account);
}

/**
 * Makes the data folder so that it appears with its modes in one step, as two starts may come at once: PostgreSQL's account
 * may pass through it. A folder that is there already (it may be /root itself) keeps its modes.
 */
async function makeDataFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}.new-`);
  await open(fresh, await chooseAccount([]));
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true });
    if (!(await stat(folder).catch(() => null))) throw error;
  }
}

/**
 * Makes what the database needs in its home. Safe to repeat.
 * @throws Problem `service.unavailable` when we may not
 */
export async function prepareHome(home: Home): Promise<void> {
  try {
    await makeFolders(home);
  } catch (cause) {
    throw new Problem('service.unavailable', {
      message: `${words.noAccess(home.folder)} (${String(cause)})`,
    });
  }
}

async function makeFolders(home: Home): Promise<void> {
  if (home.folder !== home.dataFolder) {
    await mkdir(dirname(home.folder), { recursive: true, mode: 0o755 });
    await chmod(dirname(home.folder), 0o755);
    await mkdir(home.folder, { recursive: true, mode: 0o750 });
    await open(home.folder, home.account);
  }
  for (const folder of [home.walArchive, home.logs]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await give(folder, home.account);
  }
}

/**
 * Leaves links in the data folder to what lives elsewhere. Only after the data exists: a link to nothing means a loss.
 * @throws Problem `state.conflict` when other data has appeared there meanwhile
 */
export async function leaveTrace(home: Home): Promise<void> {
  if (home.folder === home.dataFolder) return;
  for (const name of ['pg', 'wal-archive', 'log']) {
    const link = join(home.dataFolder, name);
    try {
      await symlink(join(home.folder, name), link);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
      if ((await readlink(link).catch(() => null)) === null) {
        throw new Problem('state.conflict', { message: words.notACluster(link) });
      }
    }
  }
}

function describe(dataFolder: string, folder: string, account: Account | null): Home {
  return {
    dataFolder,
    folder,
    cluster: join(folder, 'pg'),
    walArchive: join(folder, 'wal-archive'),
    logs: join(folder, 'log'),
    account,
  };
}

/** Lets the account into a folder that we made, and nobody else. */
async function open(folder: string, account: Account | null): Promise<void> {
  if (account) await chown(folder, 0, account.gid);
  await chmod(folder, 0o750);
}
