import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from 'vite';
import { brotli } from './compress-folder.ts';
import { fileOf, readFiles } from './write-service-worker.ts';

/**
 * What the built app may weigh on the line, in bytes, so that it does not grow; `wanted` is what was promised and is not reached:
 * Svelte, zod and some seventy screens with their words weigh more, even as one file.
 */
export const budget = {
  firstScreen: 43_000,
  firstForm: 102_500,
  whole: 194_500,
  wanted: { firstForm: 80_000, whole: 120_000 },
};

/**
 * What the built app weighs as it goes over the line (brotli, in bytes): the script before the first screen, script and style up to
 * the first form, and everything. Not counted: the QR reader (zxing), which comes when a card is first read.
 */
export async function appSize(
  folder: string,
): Promise<{ firstScreen: number; firstForm: number; whole: number }> {
  const file = join(folder, '.vite/manifest.json');
  if (!existsSync(file)) throw new Error('there is no built app; run npm run build first');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const find = (part: string) => {
    const found = Object.values(manifest).find(({ name, file }) => name === part && file.endsWith('.js'));
    if (!found) throw new Error(`the built app has no part “${part}”`);
    return found;
  };
  const [entry, form] = [find('start'), find('visit')];
  const upToForm = new Set([...neededFor(manifest, entry), ...neededFor(manifest, form)]);
  return {
    firstScreen: await sizeOf(
      folder,
      [...neededFor(manifest, entry)].map((part) => part.file),
    ),
    firstForm: await sizeOf(
      folder,
      [...upToForm].flatMap((part) => [part.file, ...(part.css ?? [])]),
    ),
    whole: await sizeOf(folder, [
      'service-worker.js',
      ...readFiles(folder).files.map(([path]) => fileOf(path)),
    ]),
  };
}

/** A part of the app and all that it imports before it begins. */
function neededFor(
  manifest: Manifest,
  part: Manifest[string],
  seen = new Set<Manifest[string]>(),
): Set<Manifest[string]> {
  if (seen.has(part)) return seen;
  seen.add(part);
  for (const key of part.imports ?? []) {
    const next = manifest[key];
    if (next) neededFor(manifest, next, seen);
  }
  return seen;
}

/** Files of the folder as they go over the line, together (bytes). */
export async function sizeOf(folder: string, files: readonly string[]): Promise<number> {
  const sent = await Promise.all(files.map((file) => brotli(readFileSync(join(folder, file)))));
  return sent.reduce((bytes, { length }) => bytes + length, 0);
}
