import type { FastifyInstance } from 'fastify';
import { makeServer } from '#platform/http/server.server.ts';
import type { StaticApp } from '#platform/http/static-app.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { openApi } from '../../src/api/api.ts';
import type { Store } from '../store.ts';

/** The product's outer server with the phones' door on a store, without the office's pages; on this machine only. `more` adds routes. */
export async function serveStore(
  store: Store,
  { phoneApp, more }: { phoneApp?: StaticApp; more?: (server: FastifyInstance) => void } = {},
): Promise<{ server: FastifyInstance; url: string }> {
  const server = await makeServer({
    log: makeLog('silent'),
    trustProxy: [],
    pages: (_request, response) => response.writeHead(404).end(),
    checkHealth: async () => {},
    machines: async (outer) => {
      more?.(outer);
      await openApi(outer, store.runtime);
    },
    ...(phoneApp && { phoneApp }),
  });
  return { server, url: await server.listen({ host: '127.0.0.1', port: 0 }) };
}
