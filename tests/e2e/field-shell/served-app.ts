import { cp, mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { makeLog } from '#platform/log.server.ts';
import { makeServer } from '#platform/http/server.server.ts';
import { fieldApp } from '../../../scripts/field-build/field-app.ts';
import { fileOf, readFiles, writeServiceWorker } from '../../../scripts/field-build/write-service-worker.ts';

export interface ServedApp {
  url: string;
  /** Paths that the service worker itself fetched, in order, and that were answered. */
  fetchedByWorker: string[];
  stop(): Promise<void>;
}

interface Serving {
  port?: number;
  /** Answers this many fetches of the worker, then leaves it waiting for ever, as a dead line does. */
  answers?: number;
  /** Takes the browser's own cache out of the measurement. */
  noStore?: boolean;
}

/** The outer server with nothing behind it but the phone's app. */
export async function serveApp(folder: string, serving: Serving = {}): Promise<ServedApp> {
  const { port = 0, answers = Infinity, noStore = false } = serving;
  const server = await makeServer({
    log: makeLog('silent'),
    trustProxy: [],
    pages: (_request, response) => response.writeHead(404).end(),
    checkHealth: () => Promise.resolve(),
    phoneApp: { at: '/di-dong', folder },
  });
  const fetchedByWorker: string[] = [];
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.referer?.endsWith('/service-worker.js')) {
      if (fetchedByWorker.length >= answers) return;
      fetchedByWorker.push(request.url);
    }
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (noStore) reply.header('cache-control', 'no-store');
    done();
  });
  const url = await server.listen({ host: '127.0.0.1', port });
  return {
    url,
    fetchedByWorker,
    stop: async () => {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

/** Builds the app that stands in a folder as the product builds its own, into a folder of the test's. */
export async function buildApp(root: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'field-shell-'));
  await build({ ...fieldApp({ root, out }), logLevel: 'warn' });
  return out;
}

/** The same app with another start page: what a new version is to a phone. */
export async function nextVersion(folder: string, title: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'field-shell-'));
  await cp(folder, out, { recursive: true });
  const page = await readFile(join(out, 'index.html'), 'utf8');
  await writeFile(join(out, 'index.html'), page.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  // The packed twins that the product's build has would still be those of the old page.
  for (const file of ['index.html', 'service-worker.js'])
    for (const twin of ['br', 'gz']) await rm(join(out, `${file}.${twin}`), { force: true });
  await writeServiceWorker(out, readFiles(folder).onFirstUse.map(fileOf));
  return out;
}

export const forget = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
