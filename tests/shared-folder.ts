import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(fileURLToPath(new URL('../../shared', import.meta.url)));

/** A path in the shared folder, which lies beside the project and holds the plan, the law and the fixtures with their truths. */
export function sharedPath(...parts: string[]): string {
  const path = join(folder, ...parts);
  if (existsSync(path)) return path;
  throw new Error(
    `${join('..', 'shared', ...parts)} is not there: these tests need the shared folder beside the project.`,
  );
}
