import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from 'vite';
import { brotli } from './compress-folder.ts';
import { fileOf, readFiles } from './write-service-worker.ts';

/**
 * What the built app may weigh on the line, in bytes. `whole` keeps it from growing; `wanted` is what was promised of the
 * whole and is not reached: Svelte, zod and some fifty screens with their words weigh more, even as one file.
 */
export const budget = { firstScreen: 45_000, whole: 185_000, wanted: 120_000 };

/**
 * What the built app weighs as it goes over the line (brotli, in bytes): the script before the first screen, and everything.
 * Not counted: the QR reader (zxing), which comes when a card is first read.
 */
export async function appSize(folder: string): Promise<{ firstScreen: number; whole: number }> {
  const file = join(folder, '.vite/manifest.json');
  if (!existsSync(file)) throw new Error('there is no built app; run npm run build first');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (!entry) throw new Error('the built app has no entry');
  return {
    firstScreen: await sizeOf(folder, startOf(manifest, entry)),
    whole: await sizeOf(folder, [
      'service-worker.js',
      ...readFiles(folder).files.map(([path]) => fileOf(path)),
    ]),
  };
}

/** The entry and all that it imports before anything is drawn. */
function startOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const part = manifest[key];
  if (!part || seen.has(key)) return [];
  seen.add(key);
  return [part.file, ...(part.imports ?? []).flatMap((each) => startOf(manifest, each, seen))];
}

/** Files of the folder as they go over the line, together (bytes). */
export async function sizeOf(folder: string, files: readonly string[]): Promise<number> {
  const sent = await Promise.all(files.map((file) => brotli(readFileSync(join(folder, file)))));
  return sent.reduce((bytes, { length }) => bytes + length, 0);
}
