import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { PushRequest } from '#features/sync/model/operation.ts';
import { openServer, type Server } from './server.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What the phone sees where the commune's server should be; it waits a fifth of a second for each word. */
async function instead(answer: RequestListener): Promise<Server> {
  const http = createServer(answer);
  closing.push(() => {
    http.closeAllConnections();
    http.close();
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  return openServer(fetch, `http://127.0.0.1:${(http.address() as AddressInfo).port}`, 200);
}

const nothing: PushRequest = {
  epoch: null,
  appVersion: '1',
  clock: '2026-11-24T00:30:00.000Z',
  unsent: 1,
  oldest: null,
  operations: [],
};
const pulled = async (server: Server) => {
  const lines: PullLine[] = [];
  const pulling = server.pull('t', { epoch: null, book: null, scopes: {} }, async (line) => {
    lines.push(line);
  });
  return { lines, problem: await pulling.then(() => null).catch((error: unknown) => error) };
};
const unavailable = { code: 'service.unavailable' };

describe('the phone’s line to the server', () => {
  it('gives up on one that takes the connection and never answers (P8)', async () => {
    const silent = await instead(() => {});
    await expect(silent.push('t', nothing)).rejects.toMatchObject(unavailable);
    expect((await pulled(silent)).problem).toMatchObject(unavailable);
  });

  it('gives up on one that falls silent in the middle, and keeps the lines that came', async () => {
    const half = await instead((request, response) => {
      const isPull = request.url?.includes('pull');
      response.setHeader('content-type', isPull ? 'application/x-ndjson' : 'application/json');
      response.write(isPull ? '{"line":"revoked","scope":"a"}\n{"line":"ho' : '{"results":');
    });
    await expect(half.push('t', nothing)).rejects.toMatchObject(unavailable);
    const { lines, problem } = await pulled(half);
    expect([lines, problem]).toMatchObject([[{ line: 'revoked' }], unavailable]);
  });

  it('takes nothing from a captive portal, whatever it calls its page', async () => {
    for (const [type, body] of [
      ['text/html', '<html>Xin đăng nhập Wi-Fi</html>'],
      ['application/json', '{"ok":true}'],
      ['application/json', 'null'],
      ['application/x-ndjson', '<html>\n'],
    ] as const) {
      const portal = await instead((_request, response) => {
        response.writeHead(200, { 'content-type': type }).end(body);
      });
      await expect(portal.push('t', nothing)).rejects.toMatchObject(unavailable);
      const signIn = portal.signIn({ code: 'ABCD', label: '', appVersion: '1' });
      await expect(signIn).rejects.toMatchObject(unavailable);
      expect(await pulled(portal)).toMatchObject({ lines: [], problem: unavailable });
    }
  });
});
