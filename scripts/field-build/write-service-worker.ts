import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { FieldFiles } from '../../src/field/service-worker.ts';
import { oldestBrowser } from './oldest-browser.ts';
import { listFolder } from './list-folder.ts';

const source = fileURLToPath(new URL('../../src/field/service-worker.ts', import.meta.url));
const name = 'service-worker.js';

/**
 * Compiles src/field/service-worker.ts into the folder as a classic script that knows exactly what the folder holds:
 * each file with its checksum, and a version that is the checksum of that list.
 */
export async function writeServiceWorker(folder: string, onFirstUse: readonly string[]): Promise<void> {
  const inside = listFolder(folder).filter((file) => file !== name && !onFirstUse.includes(file));
  const files = inside.map((file): [string, string] => [pathOf(file), integrityOf(join(folder, file))]);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const list: FieldFiles = { version, files, onFirstUse: onFirstUse.map(pathOf) };
  await writeFile(join(folder, name), await compile(list));
  await writeFile(join(folder, notes), JSON.stringify(list));
}

/** The same list, for those who measure and test; begins with a dot, so it is neither served nor listed. */
const notes = '.files.json';

export const readFiles = (folder: string): FieldFiles =>
  JSON.parse(readFileSync(join(folder, notes), 'utf8'));

/** Where a file of the list stands in the folder. */
export const fileOf = (path: string): string => path.slice('/di-dong/'.length) || 'index.html';

/** The start page is kept under the address that people open. */
const pathOf = (file: string) => `/di-dong/${file === 'index.html' ? '' : file}`;

const integrityOf = (path: string) =>
  `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`;

async function compile(list: FieldFiles): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { FIELD_FILES: JSON.stringify(list) },
    build: {
      write: false,
      target: oldestBrowser,
      lib: { entry: source, formats: ['iife'], name: 'serviceWorker' },
    },
  });
  const [result] = results as Rolldown.RolldownOutput[];
  const script = result?.output[0].code;
  if (!script) throw new Error('the service worker came out empty');
  return script;
}
