import { execFile } from 'node:child_process';
import { lchown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Problem } from '#shared/problem.ts';
import * as words from './words.ts';

const run = promisify(execFile);

/** The system account under which PostgreSQL runs. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/**
 * Who runs PostgreSQL: `null` means "we ourselves" (a normal user, or Windows). PostgreSQL refuses root, so root
 * gets the owner of the data that is already there (a folder of a normal user stays that user's), otherwise
 * the system's `postgres`, otherwise `nobody`.
 * @param places folders that may hold earlier data, the most telling first
 */
export async function chooseAccount(places: string[]): Promise<Account | null> {
  if (process.geteuid?.() !== 0) return null;
  for (const place of places) {
    const owner = await stat(place).catch(() => null);
    if (owner && owner.uid !== 0) {
      const known = await lookUp(String(owner.uid));
      return known ?? { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
    }
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const known = await lookUp(name);
    if (known && known.uid !== 0) return known;
  }
  throw new Problem('service.unavailable', { message: words.noAccount });
}

/** `id` knows every directory of users (files, LDAP, macOS), which /etc/passwd does not. */
async function lookUp(user: string): Promise<Account | null> {
  try {
    const [uid, gid, name] = await Promise.all(
      ['-u', '-g', '-un'].map(async (flag) => (await run('id', [flag, user])).stdout.trim()),
    );
    return name ? { uid: Number(uid), gid: Number(gid), name } : null;
  } catch {
    return null;
  }
}

/** Gives a folder that we made to the account. Never follows a link. */
export async function give(path: string, account: Account | null): Promise<void> {
  if (account) await lchown(path, account.uid, account.gid);
}

/**
 * Whether the account truly reaches a path, asked of the system itself by a process of that account:
 * file modes alone do not know of access lists, mounts and security modules.
 * @param test of `test(1)`: `r` readable, `x` a program that runs or a folder that can be entered
 */
export async function reaches(account: Account | null, path: string, test: 'r' | 'x'): Promise<boolean> {
  if (!account) return true;
  try {
    await run('/bin/sh', ['-c', `test -${test} "$1"`, 'sh', path], asAccount(account));
    return true;
  } catch {
    return false;
  }
}

/**
 * How a child of the account is spawned: from a folder that everybody can enter, and with a bare environment, because
 * the secrets of the product are none of the database's business and a stray PG* variable would mislead it.
 */
export function asAccount(account: Account | null): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: NodeJS.ProcessEnv;
  windowsHide: true;
} {
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']) {
    if (process.env[name] !== undefined) env[name] = process.env[name];
  }
  const cwd = process.platform === 'win32' ? process.cwd() : '/';
  return { ...(account && { uid: account.uid, gid: account.gid }), cwd, env, windowsHide: true };
}
