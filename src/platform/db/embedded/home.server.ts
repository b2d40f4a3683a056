import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, readlink, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Problem } from '#shared/problem.ts';
import { type Account, chooseAccount, give, reaches } from './account.server.ts';
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
  let made: string | undefined;
  try {
    await mkdir(dirname(given), { recursive: true });
    made = await mkdir(given, { recursive: true, mode: 0o750 });
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
  // A closed folder that is not of our making (it may be /root itself) keeps its modes.
  const open = made === undefined ? await reaches(account, real, 'x') : await letIn(account, real);
  const folder = open ? real : standIn;
  return describe(real, folder, account);
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
    await letIn(home.account, home.folder);
  }
  for (const folder of [home.walArchive, home.logs]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await give(folder, home.account);
  }
}

/** Leaves links in the data folder to what lives elsewhere. Only after the data exists: a link to nothing means a loss. */
export async function leaveTrace(home: Home): Promise<void> {
  if (home.folder === home.dataFolder) return;
  for (const name of ['pg', 'wal-archive', 'log']) {
    await symlink(join(home.folder, name), join(home.dataFolder, name)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
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

/** Lets the account pass through root's folder (not read it). False when it does not get in even so. */
async function letIn(account: Account | null, folder: string): Promise<boolean> {
  if (!account || (await reaches(account, folder, 'x'))) return true;
  const state = await stat(folder);
  if (state.uid !== 0 || !(await reaches(account, dirname(folder), 'x'))) return false;
  try {
    await chown(folder, 0, account.gid);
    await chmod(folder, (state.mode & 0o777) | 0o010);
  } catch {
    return false;
  }
  return reaches(account, folder, 'x');
}
