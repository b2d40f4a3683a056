/**
 * Measures the built field app as it goes over the line (brotli) and ends with an error when it has outgrown what a
 * weak phone on a weak line bears. Not counted: the QR reader (zxing), which comes when a card is first read.
 *
 *   npm run build && npm run check:field
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Manifest } from 'vite';
import { brotli } from './field-build/compress-folder.ts';
import { fileOf, readFiles } from './field-build/write-service-worker.ts';

const folder = resolve(import.meta.dirname, '../build/field');
/** In bytes. */
const budget = { firstScreen: 45_000, whole: 120_000 };

async function sum(files: string[]): Promise<number> {
  const sent = await Promise.all(files.map((file) => brotli(readFileSync(join(folder, file)))));
  return sent.reduce((bytes, { length }) => bytes + length, 0);
}

const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (!entry) throw new Error('build/field has no entry; run npm run build first');

/** The entry and all that it imports before anything is drawn. */
function startOf(key: string, seen = new Set<string>()): string[] {
  const part = manifest[key];
  if (!part || seen.has(key)) return [];
  seen.add(key);
  return [part.file, ...(part.imports ?? []).flatMap((each) => startOf(each, seen))];
}

const firstScreen = await sum(startOf(entry));
const whole = await sum(['service-worker.js', ...readFiles(folder).files.map(([path]) => fileOf(path))]);

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `field app, first screen (script): ${kilobytes(firstScreen)} of ${kilobytes(budget.firstScreen)}`,
);
console.log(`field app, whole, without zxing:  ${kilobytes(whole)} of ${kilobytes(budget.whole)}`);
if (firstScreen > budget.firstScreen || whole > budget.whole) {
  console.error('The field app has outgrown its budget: load later what is not on the first screen.');
  process.exitCode = 1;
}
