import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldApp } from '../scripts/field-build/field-app.ts';
import { listFolder } from '../scripts/field-build/list-folder.ts';
import { fileOf, readFiles } from '../scripts/field-build/write-service-worker.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'field-build-'));
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the phone’s build', () => {
  beforeAll(() => build({ ...fieldApp({ root: join(root, 'src/field'), out: folder }), logLevel: 'warn' }));

  it('lists every file it made, but the worker itself', () => {
    const { files, onFirstUse } = readFiles(folder);
    const listed = [...files.map(([path]) => path), ...onFirstUse].map(fileOf);
    expect([...listed, 'service-worker.js'].sort()).toEqual(listFolder(folder));
  });

  it('comes in the few parts in which a person needs it', () => {
    const scripts = readFiles(folder).files.flatMap(
      ([path]) => /assets\/([\w.]+)-[\w-]{8}\.js$/.exec(path)?.[1] ?? [],
    );
    // The last ones are the card reader's.
    const small = ['rolldown-runtime', 'index', 'CardReader', 'wasm-reader'];
    expect(scripts.filter((name) => !small.includes(name)).sort()).toEqual([
      'inside',
      'me',
      'reading',
      'register',
      'start',
      'visit',
    ]);
  });

  it('is a classic worker, a page with nothing inline, and styles that Chrome 87 reads', () => {
    expect(read('service-worker.js')).not.toMatch(/\b(import|export)\b/);
    expect(read('index.html')).not.toMatch(/<style|<script(?![^>]* src=)|\son\w+=/);
    const styles = listFolder(folder).filter((file) => file.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const file of styles) expect(read(file)).not.toContain(':where(.svelte');
  });

  it('wears the colours of the tokens', () => {
    const tokens = readFileSync(join(root, 'src/ui/tokens.css'), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(tokens)?.[1];
    const manifest: Record<string, unknown> = JSON.parse(read('manifest.webmanifest'));
    expect(manifest).toMatchObject({ background_color: token('paper'), theme_color: token('primary') });
    expect(read('index.html')).toContain(`content="${token('paper')}"`);
  });
});

describe('the phone’s build refuses', () => {
  it.each([
    ["import { readFileSync } from 'node:fs'; document.title = String(readFileSync);", 'node:fs'],
    ["import { join } from 'path'; document.title = join('a');", 'path'],
    ["import { page } from '$app/state'; document.title = String(page);", '$app/state'],
    ["import { makeLog } from './log.server.ts'; document.title = String(makeLog);", './log.server.ts'],
  ])('%s', async (code, source) => {
    const given = mkdtempSync(join(tmpdir(), 'field-refused-'));
    try {
      writeFileSync(join(given, 'index.html'), '<script type="module" src="./main.ts"></script>');
      writeFileSync(join(given, 'main.ts'), code);
      writeFileSync(join(given, 'log.server.ts'), 'export const makeLog = 1;');
      const building = build({ ...fieldApp({ root: given, out: join(given, 'out') }), logLevel: 'silent' });
      await expect(building).rejects.toThrow(`main.ts imports ${source} into the field app`);
    } finally {
      rmSync(given, { recursive: true });
    }
  });
});
