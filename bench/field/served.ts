import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { serveStore } from '../phones/serve.ts';
import type { Store } from '../store.ts';
import { buildPages } from './build-pages.ts';

/** Everything that the phones of the bench ask: the real door, the real app, the pages that measure, and the floor. */
export interface Served {
  url: string;
  /** What the floor's file holds from now on. */
  setHamlet(json: string): void;
  /** Bytes (with headers) that came up in requests below a path since the last look. */
  up(below: string): number;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
};

/** `app`: the folder of the built app. */
export async function serveField(store: Store, app: string): Promise<Served> {
  const pages = await buildPages(['ours', 'floor'], ['floor-worker']);
  let hamlet = Buffer.alloc(0);
  let heard: { path: string; bytes: number }[] = [];
  const { server, url } = await serveStore(store, {
    phoneApp: { at: '/di-dong', folder: app },
    more: (outer) => {
      outer.addHook('onRequest', (request, _reply, done) => {
        heard.push({ path: request.url, bytes: sizeOf(request.raw) });
        done();
      });
      floorRoutes(outer, () => hamlet);
      outer.get('/bench/*', (request, reply) => {
        const path = (request.params as { '*': string })['*'];
        const file = pages.get(`/${path}`);
        if (!file) return reply.code(404).send();
        const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        return reply.header('content-type', type).header('service-worker-allowed', '/bench/').send(file);
      });
    },
  });
  return {
    url,
    setHamlet: (json) => (hamlet = gzipSync(json)),
    up: (below) => {
      const bytes = heard
        .filter(({ path }) => path.startsWith(below))
        .reduce((sum, one) => sum + one.bytes, 0);
      heard = [];
      return bytes;
    },
    close: async () => {
      server.server.closeAllConnections();
      await server.close();
    },
  };
}

function floorRoutes(server: FastifyInstance, hamlet: () => Buffer): void {
  server.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  server.get('/bench/floor/hamlet.json', (_request, reply) =>
    reply.header('content-type', 'application/json').header('content-encoding', 'gzip').send(hamlet()),
  );
  server.post('/bench/floor/push', () => ({ ok: true }));
  server.get('/bench/floor/nothing', () => ({ ok: true }));
}

/** A request as it came over the line: its first line, its headers, its body. */
function sizeOf(request: IncomingMessage): number {
  const line = `${request.method} ${request.url} HTTP/1.1\r\n`.length;
  const headers = request.rawHeaders.reduce((sum, part) => sum + part.length + 2, 2);
  return line + headers + Number(request.headers['content-length'] ?? 0);
}
