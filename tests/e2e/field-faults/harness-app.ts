import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { oldestBrowser } from '../../../scripts/field-build/oldest-browser.ts';

/** The files of the harness page, by their paths. */
export type Files = ReadonlyMap<string, string>;

/** Builds the harness page once for the test file; `change` makes another version of the app of it. */
export function useHarnessApp(change?: (code: string, file: string) => string): () => Files {
  const files = new Map<string, string>();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'field-faults-'));
    await build({
      root: join(import.meta.dirname, 'harness'),
      configFile: false,
      logLevel: 'silent',
      plugins: change ? [{ name: 'another-version', transform: (code, file) => change(code, file) }] : [],
      build: { target: oldestBrowser, outDir: folder, emptyOutDir: true },
    });
    for (const name of await readdir(folder, { recursive: true }))
      if (/\.(html|js)$/.test(name)) files.set(`/${name}`, await readFile(join(folder, name), 'utf8'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => files;
}
