import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { codeFingerprint } from '#features/accounts/secrets.server.ts';
import { disableAccount } from '#features/accounts/commands/keep.server.ts';
import { revokeDevice } from '#features/sync/commands/revoke-device.server.ts';
import { newId } from '#shared/ids.ts';
import { openTestServer } from '#tests/test-server.ts';
import { settlePhone, type TestPhone } from '#tests/phone-world.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld, type CastName } from '#tests/world.ts';

const world = useWorld();
let server: FastifyInstance;
let lan: TestPhone;
let home: Home;

beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  home = await settleHome(here);
  lan = await settlePhone(here, 'lan');
  server = await openTestServer(here);
});
afterEach(() => server.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url, headers, payload: body as object });

async function invite(who: CastName, code: string): Promise<void> {
  const here = world();
  await here.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('invitations')
      .values({
        commune_id: commune,
        id: newId(here.now),
        account_id: here.cast[who].accountId,
        code_hash: codeFingerprint(code),
        created_at: here.now,
        expires_at: new Date(here.now.getTime() + 86_400_000),
        used_at: null,
        revoked_at: null,
      })
      .execute(),
  );
}

describe('the phones’ door', () => {
  it('signs in by an invitation, once, and gives token and recovery key', async () => {
    await invite('lan', 'ABCD-EFGH');
    const body = { code: 'abcd efgh', label: 'Samsung', appVersion: '1' };
    const first = await post('/api/sync/sign-in', body);
    expect(first.statusCode).toBe(200);
    const told = first.json<{ token: string; recoveryKey: string; account: { fullName: string } }>();
    expect(told.account.fullName).toBe('Nguyễn Thị Lan');
    expect(Buffer.from(told.recoveryKey, 'base64')).toHaveLength(32);
    const pulled = await server.inject({ url: '/api/sync/pull', headers: bearer(told.token) });
    expect(pulled.statusCode).toBe(200);
    const again = await post('/api/sync/sign-in', body);
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([410, 'invitation.not_valid']);
  });

  it('gives the same recovery key to the same phone that comes back, another to another', async () => {
    await invite('lan', 'ABCD-EFGH');
    const first = (await post('/api/sync/sign-in', { code: 'ABCD-EFGH' })).json<{
      deviceId: string;
      recoveryKey: string;
      token: string;
    }>();
    await invite('lan', 'JKLM-NPQR');
    const back = (
      await post('/api/sync/sign-in', { code: 'JKLM-NPQR', stores: [{ deviceId: first.deviceId }] })
    ).json<typeof first>();
    expect([back.deviceId, back.recoveryKey]).toEqual([first.deviceId, first.recoveryKey]);
    const old = await server.inject({ url: '/api/sync/pull', headers: bearer(first.token) });
    expect(old.statusCode).toBe(401);
    await invite('tu', 'STUV-WXYZ');
    const other = (
      await post('/api/sync/sign-in', { code: 'STUV-WXYZ', stores: [{ deviceId: first.deviceId }] })
    ).json<typeof first>();
    expect(other.deviceId).not.toBe(first.deviceId);
    expect(other.recoveryKey).not.toBe(first.recoveryKey);
  });

  it('hears that a store vanished, and begins anew in its place (F10)', async () => {
    type Told = { deviceId: string; replaces: string | null; now: string };
    await invite('lan', 'ABCD-EFGH');
    const first = (await post('/api/sync/sign-in', { code: 'ABCD-EFGH' })).json<Told>();
    expect([first.replaces, first.now]).toEqual([null, world().now.toISOString()]);
    await invite('lan', 'JKLM-NPQR');
    // Of a phone that somebody else used too, whose store is told with hers.
    const stores = [
      { deviceId: newId(world().now), vanished: 9 },
      { deviceId: first.deviceId, vanished: 3 },
    ];
    const back = (await post('/api/sync/sign-in', { code: 'JKLM-NPQR', stores })).json<Told>();
    expect(back.replaces).toBe(first.deviceId);
    expect(back.deviceId).not.toBe(first.deviceId);
    const lost = await world().database.transaction({ commune }, (tx) =>
      tx.selectFrom('devices').select(['vanished', 'revoked_at']).where('id', '=', first.deviceId).execute(),
    );
    expect(lost).toEqual([{ vanished: 3, revoked_at: world().now }]);
  });

  it('is shut for officers, who work in the office, with a sentence', async () => {
    await invite('hanh', 'ABCD-EFGH');
    const answer = await post('/api/sync/sign-in', { code: 'ABCD-EFGH' });
    expect([answer.statusCode, answer.json<{ message: string }>().message]).toEqual([
      403,
      expect.stringContaining('Tổ ở ấp'),
    ]);
    // The code still opens the office's page, where a password is chosen.
    const left = await world().database.transaction({ commune }, (tx) =>
      tx.selectFrom('invitations').select('used_at').execute(),
    );
    expect(left).toEqual([{ used_at: null }]);
  });

  describe('when the phone never got what the code gave it', () => {
    interface Told {
      deviceId: string;
      token: string;
      recoveryKey: string;
      replaces: string | null;
      code?: string;
    }
    const claim = 'c'.repeat(43);
    const signIn = async (body: object) => {
      const answer = await post('/api/sync/sign-in', body);
      return { status: answer.statusCode, ...answer.json<Told>() };
    };
    const pull = (token: string) => server.inject({ url: '/api/sync/pull', headers: bearer(token) });
    const later = (minutes: number) => {
      world().now = new Date(world().now.getTime() + minutes * 60_000);
    };
    const refused = { status: 410, code: 'invitation.not_valid' };
    const mine = { code: 'ABCD-EFGH', claim };

    it('lets it in again by the same code and its claim, as the same phone', async () => {
      await invite('lan', 'ABCD-EFGH');
      const first = await signIn(mine);
      later(29);
      const again = await signIn({ ...mine, code: 'abcd efgh' });
      expect(again).toMatchObject({
        status: 200,
        deviceId: first.deviceId,
        recoveryKey: first.recoveryKey,
        replaces: null,
      });
      expect((await pull(first.token)).statusCode).toBe(401);
      expect((await pull(again.token)).statusCode).toBe(200);
      const phones = await world().database.transaction({ commune }, (tx) =>
        tx.selectFrom('devices').select('id').where('id', '<>', lan.id).execute(),
      );
      expect(phones).toEqual([{ id: first.deviceId }]);
    });

    it('nobody else: not without the claim, with another, or with another’s code', async () => {
      await invite('lan', 'ABCD-EFGH');
      await invite('tu', 'STUV-WXYZ');
      await signIn(mine);
      expect(await signIn({ code: mine.code })).toMatchObject(refused);
      expect(await signIn({ ...mine, claim: 'd'.repeat(43) })).toMatchObject(refused);
      expect(await signIn({ claim, code: 'JKLM-NPQR' })).toMatchObject(refused);
      const tu = await signIn({ claim, code: 'STUV-WXYZ' });
      expect(tu.status).toBe(200);
      expect((await signIn(mine)).deviceId).not.toBe(tu.deviceId);
    });

    it('not after its first contact, nor after half an hour', async () => {
      await invite('lan', 'ABCD-EFGH');
      const { token } = await signIn(mine);
      expect((await pull(token)).statusCode).toBe(200);
      expect(await signIn(mine)).toMatchObject(refused);
      await invite('lan', 'JKLM-NPQR');
      const other = { claim, code: 'JKLM-NPQR' };
      await signIn(other);
      later(20);
      expect((await signIn(other)).status).toBe(200);
      // Counted from the first time: asking again does not prolong it.
      later(11);
      expect(await signIn(other)).toMatchObject(refused);
    });

    it('not once the phone was revoked, or the account shut', async () => {
      const here = world();
      await invite('lan', 'ABCD-EFGH');
      const { deviceId } = await signIn(mine);
      await here.run(revokeDevice, here.cast.tu, { deviceId, reason: 'rơi ở chợ' });
      expect(await signIn(mine)).toMatchObject(refused);
      await invite('lan', 'JKLM-NPQR');
      await signIn({ claim, code: 'JKLM-NPQR' });
      await here.run(disableAccount, here.cast.quan, { accountId: here.cast.lan.accountId });
      expect(await signIn({ claim, code: 'JKLM-NPQR' })).toMatchObject(refused);
    });

    it('tells it once more which of its stores it takes the place of (F10)', async () => {
      await invite('lan', 'ABCD-EFGH');
      const before = await signIn({ code: 'ABCD-EFGH' });
      await invite('lan', 'JKLM-NPQR');
      const body = { claim, code: 'JKLM-NPQR', stores: [{ deviceId: before.deviceId, vanished: 3 }] };
      const first = await signIn(body);
      expect(await signIn(body)).toMatchObject({ deviceId: first.deviceId, replaces: before.deviceId });
    });

    it('and a claim does not help to guess codes (A6)', async () => {
      await invite('lan', 'ABCD-EFGH');
      await signIn(mine);
      for (let tries = 0; tries < 10; tries += 1)
        expect(await signIn({ claim, code: `ABCD-EFG${tries}` })).toMatchObject(refused);
      expect(await signIn(mine)).toMatchObject({ status: 429, code: 'sign_in.too_many_tries' });
    });
  });

  it('answers nobody without a token (A1)', async () => {
    for (const [method, url] of [
      ['GET', '/api/sync/pull'],
      ['POST', '/api/sync/push'],
      ['POST', '/api/sync/wiped'],
    ] as const) {
      for (const headers of [{}, bearer('x'.repeat(43)), { authorization: 'Basic abc' }]) {
        const answer = await server.inject({
          method,
          url,
          headers,
          ...(method === 'POST' && { payload: {} }),
        });
        expect([url, answer.statusCode]).toEqual([url, 401]);
        expect(answer.json<{ code: string }>().code).toBe('sign_in.required');
      }
    }
  });

  it('lets nobody in by the token of a phone that has forgotten its owner', async () => {
    const ask = () => server.inject({ url: '/api/sync/pull', headers: bearer(lan.token) });
    expect((await ask()).statusCode).toBe(200);
    expect((await post('/api/sync/wiped', {}, bearer(lan.token))).statusCode).toBe(204);
    expect((await ask()).statusCode).toBe(401);
  });

  it('takes a packed push and answers each operation', async () => {
    await lan.pull();
    const operation = lan.operation('visit.record', {
      id: newId(world().now),
      householdId: home.id,
      met: 'nobody',
    });
    const request = {
      epoch: null,
      appVersion: '1',
      clock: world().now.toISOString(),
      unsent: 1,
      oldest: world().now.toISOString(),
      operations: [operation],
    };
    const answer = await server.inject({
      method: 'POST',
      url: '/api/sync/push',
      headers: { ...bearer(lan.token), 'content-encoding': 'gzip', 'content-type': 'application/json' },
      payload: gzipSync(JSON.stringify(request)),
    });
    expect(answer.json()).toMatchObject({
      lastSeq: 1,
      results: [{ opId: operation.opId, outcome: { status: 'ok' } }],
    });
  });

  it('stops a packed body that swells, and a body that is none', async () => {
    const headers = {
      ...bearer(lan.token),
      'content-encoding': 'gzip',
      'content-type': 'application/json',
    };
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, 32));
    const swollen = await server.inject({ method: 'POST', url: '/api/sync/push', headers, payload: bomb });
    expect([swollen.statusCode, swollen.json<{ code: string }>().code]).toEqual([413, 'input.too_large']);
    const broken = await server.inject({
      method: 'POST',
      url: '/api/sync/push',
      headers,
      payload: Buffer.from('không phải gzip'),
    });
    expect(broken.statusCode).toBeGreaterThanOrEqual(400);
    expect(broken.statusCode).toBeLessThan(500);
  });

  it('sends lines packed as the phone understands it', async () => {
    const ask = (encoding: string) =>
      server.inject({
        url: '/api/sync/pull',
        headers: { ...bearer(lan.token), 'accept-encoding': encoding },
      });
    const names = (body: string) =>
      body
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { line: string }).line);
    const brotli = await ask('gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    const wanted = ['hello', 'book', 'list', 'homes', 'end'];
    expect(names(brotliDecompressSync(brotli.rawPayload).toString())).toEqual(wanted);
    const gzip = await ask('gzip');
    expect(names(gunzipSync(gzip.rawPayload).toString())).toEqual(wanted);
    expect(names((await ask('identity')).body)).toEqual(wanted);
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const answer = await server.inject({ url: '/api/openapi.json' });
    const described = answer.json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths).sort()).toEqual([
      '/api/sync/pull',
      '/api/sync/push',
      '/api/sync/sign-in',
      '/api/sync/wiped',
    ]);
  });

  it('says in JSON that something is not there', async () => {
    const answer = await server.inject({ url: '/api/khong-co' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not_found']);
  });
});
