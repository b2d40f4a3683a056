import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLog } from '#platform/log.server.ts';
import { makeServer } from './server.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-app-'));
const script = 'export const chữ = "đủ dấu";'.repeat(20);
let server: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Tổ Số</title>');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'service-worker.js'), 'self.x = 1');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(join(folder, 'assets/a-1.js'), script);
  writeFileSync(join(folder, 'assets/a-1.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/a-1.js.gz'), gzipSync(script));
  server = await makeServer({
    log: makeLog('silent'),
    trustProxy: [],
    pages: (_request, response) => response.writeHead(418).end(),
    checkHealth: () => Promise.resolve(),
    phoneApp: { at: '/di-dong', folder },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });
const asPerson = { accept: 'text/html,application/xhtml+xml' };

describe('the phone’s app, served', () => {
  it('gives hashed files for ever and asks again about all others', async () => {
    expect((await get('/di-dong/assets/a-1.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of ['', 'manifest.webmanifest', 'service-worker.js'])
      expect((await get(`/di-dong/${path}`)).headers['cache-control'], path).toBe('no-cache');
  });

  it('says what each is, and may run WebAssembly and look through the camera', async () => {
    expect((await get('/di-dong/manifest.webmanifest')).headers['content-type']).toBe(
      'application/manifest+json; charset=utf-8',
    );
    const page = await get('/di-dong/', asPerson);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';worker-src 'self';manifest-src 'self'",
    );
    expect(page.headers['permissions-policy']).toBe('camera=(self)');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['', undefined],
  ])('for a browser that takes "%s" it is sent as %s', async (accepted, encoding) => {
    const answer = await get('/di-dong/assets/a-1.js', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['vary']).toBe('accept-encoding');
    if (!encoding) expect(answer.body).toBe(script);
    const again = await get('/di-dong/assets/a-1.js', {
      'accept-encoding': accepted,
      'if-none-match': String(answer.headers['etag']),
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('answers every address that a person opens with its one page, and a missing file with 404', async () => {
    const page = (await get('/di-dong/')).body;
    for (const path of ['/di-dong/ho/abc', '/di-dong/toi?x=1'])
      expect((await get(path, asPerson)).body).toBe(page);
    for (const path of [
      '/di-dong/assets/gone.js',
      '/di-dong/.vite/manifest.json',
      '/di-dong/..%2fpackage.json',
    ])
      expect((await get(path, asPerson)).statusCode, path).toBe(404);
    expect((await get('/di-dong/ho/abc')).statusCode).toBe(404);
    expect((await get('/di-dong/assets/a-1.js.br')).statusCode).toBe(404);
  });

  it('leads from /di-dong to /di-dong/, and leaves all else to the pages', async () => {
    const answer = await get('/di-dong');
    expect([answer.statusCode, answer.headers.location]).toEqual([308, '/di-dong/']);
  });
});
