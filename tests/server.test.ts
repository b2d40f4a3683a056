import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { signedIn, startProduct, useProduct } from './product.ts';
import { testDatabase } from './test-database.ts';

const product = useProduct({ households: 48 });
const otherDatabase = testDatabase();

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(product().url + path, { redirect: 'manual', headers });
const post = (path: string, body: Record<string, string>, headers: Record<string, string>) =>
  fetch(product().url + path, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(body),
  });

/** The URLs of all routes, parameters filled with an id that nobody has. */
function everyPath(): string[] {
  const routes = join(import.meta.dirname, '..', 'src', 'routes');
  const files = readdirSync(routes, { recursive: true, encoding: 'utf8' });
  const folders = files
    .filter((file) => /(^|\/)\+(page\.server|server)\.ts$/.test(file))
    .map((file) => file.replace(/\/?\+[^/]+$/, ''));
  return [...new Set(folders)].map(
    (folder) =>
      `/${folder
        .split('/')
        .filter((part) => !part.startsWith('('))
        .map((part) => part.replace(/^\[.*\]$/, '01890000-0000-7000-8000-000000000000'))
        .join('/')}`,
  );
}

describe('the outer server', () => {
  it('says that it is well, and has its headers on pages and machines’ answers alike', async () => {
    const health = await get('/suc-khoe');
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    for (const path of ['/suc-khoe', '/dang-nhap', '/khong-co']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await get('/dang-nhap')).headers.get('cache-control')).toBe('private, no-store');
  });

  it('compresses pages for phones on weak lines', async () => {
    const page = await get('/dang-nhap', { 'accept-encoding': 'gzip' });
    expect(page.headers.get('content-encoding')).toBe('gzip');
  });

  it('takes forms on plain http, and from nowhere else (A10)', async () => {
    const wrong = { name: 'hanh', password: 'không phải' };
    expect((await post('/dang-nhap', wrong, { origin: product().url })).status).toBe(401);
    expect((await post('/dang-nhap', wrong, { origin: 'https://noi-khac.example' })).status).toBe(403);
  });

  it('gives a cookie that scripts cannot read, on plain http not marked secure', async () => {
    const answer = await post(
      '/dang-nhap',
      { name: 'hanh', password: demoPassword },
      { origin: product().url },
    );
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('to-so='));
    expect(cookie).toMatch(/^to-so=[\w-]{43}; .*HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('does not believe a header about where a request came from', async () => {
    const forged = await post(
      '/dang-nhap',
      { name: 'x', password: 'y' },
      {
        origin: 'https://gia.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'gia.example',
        'x-to-so-host': 'gia.example',
        'x-to-so-protocol': 'https',
      },
    );
    expect(forged.status).toBe(403);
  });
});

describe('every route', () => {
  it('sends who has not signed in to the door, or says nothing (A1)', async () => {
    const open = new Set(['/', '/dang-nhap', '/dang-xuat', '/moi', '/giao-dien', '/cai-dat']);
    const paths = everyPath();
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths.filter((each) => !open.has(each))) {
      const read = await get(path);
      expect([path, read.status, read.headers.get('location')]).toEqual([
        path,
        303,
        `/dang-nhap?tiep=${encodeURIComponent(path)}`,
      ]);
      const write = await post(path, {}, { origin: product().url });
      expect([path, write.status]).toEqual([path, 401]);
    }
  });

  it('says nothing of what does not exist or is not theirs: the same answer', async () => {
    const cookie = await signedIn(product(), 'chilan', demoPassword);
    const absent = await get('/so-ho/01890000-0000-7000-8000-000000000000', { cookie });
    const forbidden = await get('/nhap-danh-sach', { cookie });
    const unknown = await get('/khong-co', { cookie });
    expect([absent.status, forbidden.status, unknown.status]).toEqual([404, 404, 404]);
  });

  it('shows the set-up only while nothing is installed', async () => {
    expect((await get('/cai-dat')).status).toBe(404);
  });
});

describe('stopping', () => {
  it('lets a running request finish, then ends by itself', async () => {
    const second = await startProduct(otherDatabase.connectionString(), { households: 48 });
    const { port } = new URL(second.url);
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const form = request(
        {
          host: '127.0.0.1',
          port,
          path: '/dang-nhap',
          method: 'POST',
          headers: {
            origin: second.url,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': 26,
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      form.on('error', reject);
      form.write('name=hanh&');
      setTimeout(() => form.end('password=khongphai'.slice(0, 16)), 700);
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = second.stop();
    expect(await answered).toBe(401);
    expect(await ended).toBe(0);
  }, 90_000);
});
