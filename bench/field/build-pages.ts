import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles pages of `pages/`, each `NAME.html` with its script, and plain scripts; by path below /. */
export async function buildPages(
  names: readonly string[],
  scripts: readonly string[] = [],
  alias: Record<string, string> = {},
): Promise<Map<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-pages-'));
  try {
    for (const name of names)
      await writeFile(
        join(folder, `${name}.html`),
        `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${name}</title><body><script type="module" src="${join(import.meta.dirname, 'pages', `${name}.ts`)}"></script></body></html>`,
      );
    const out = join(folder, 'out');
    await build({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'error',
      resolve: { alias },
      build: {
        target: 'chrome107',
        outDir: out,
        rollupOptions: {
          input: {
            ...Object.fromEntries(names.map((name) => [name, join(folder, `${name}.html`)])),
            ...Object.fromEntries(
              scripts.map((name) => [name, join(import.meta.dirname, 'pages', `${name}.ts`)]),
            ),
          },
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    const files = new Map<string, Buffer>();
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(out.length), await readFile(path));
    }
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
