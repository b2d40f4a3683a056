import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PageHandler } from '#platform/http/server.server.ts';
import type { StaticApp } from '#platform/http/static-app.server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}build/.stamp`;
const lock = `${root}.building`;
/** The pages first: their build empties the folder of both. */
const builds = ['vite.config.ts', 'vite.field.config.ts'];

/** The phone's app as it was built. */
export const phoneApp: StaticApp = { at: '/di-dong', folder: `${root}build/field` };

/** Builds the pages and the phone's app when there are none yet or the sources have changed since, so that one command starts the product. */
export async function ensurePages(): Promise<void> {
  if (areFresh()) return;
  await holdBuild();
  try {
    // Another start may have built them while this one waited.
    if (areFresh()) return;
    console.log('Đang dựng các trang (lần đầu hoặc sau khi cập nhật), xin chờ dưới một phút…');
    const state = sourcesState();
    const vite = `${root}node_modules/vite/bin/vite.js`;
    for (const config of builds)
      execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    writeFileSync(stamp, state);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function areFresh(): boolean {
  return (
    existsSync(`${root}build/handler.js`) &&
    existsSync(`${phoneApp.folder}/service-worker.js`) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sourcesState()
  );
}

/** Two starts at once build one after the other; a lock that a killed start left behind is taken over after three minutes. */
async function holdBuild(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 180_000) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

/** Names, sizes and times of all that goes into the build. */
function sourcesState(): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (entry.isDirectory()) visit(`${path}/${entry.name}`);
      else {
        const { size, mtimeMs } = statSync(`${path}/${entry.name}`);
        hash.update(`${path}/${entry.name}|${size}|${Math.round(mtimeMs)}\n`);
      }
    }
  };
  for (const folder of ['src', 'static', 'scripts/field-build'])
    if (existsSync(root + folder)) visit(root + folder);
  for (const file of ['package-lock.json', ...builds]) hash.update(readFileSync(root + file));
  return hash.digest('hex');
}

/** The built pages' handler of requests. */
export async function loadPages(): Promise<PageHandler> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the build has no types; its shape is adapter-node's
  const built = (await import(new URL('../../build/handler.js', import.meta.url).href)) as {
    handler: PageHandler;
  };
  return built.handler;
}
