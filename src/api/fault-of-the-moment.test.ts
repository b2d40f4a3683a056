import { expect, it } from 'vitest';
import { makeServer } from '#platform/http/server.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { openApi } from './api.ts';

/** A database that can do nothing just now. */
async function serverOver(fault: Error) {
  const log = makeLog('silent');
  const database = { transaction: () => Promise.reject(fault), close: async () => {} };
  const runtime = { database, log, limits: {}, now: () => new Date('2026-11-24T02:12:00Z') };
  return makeServer({
    log,
    trustProxy: [],
    pages: (_request, response) => response.end(),
    checkHealth: async () => {},
    // The routes ask for no more of the running product than this.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    machines: (outer) => openApi(outer, runtime as never),
  });
}

const ask = async (fault: Error) => {
  const server = await serverOver(fault);
  const headers = { authorization: `Bearer ${'a'.repeat(43)}` };
  const answer = await server.inject({ method: 'POST', url: '/api/sync/push', headers, payload: {} });
  await server.close();
  return {
    status: answer.statusCode,
    code: answer.json<{ code: string }>().code,
    after: answer.headers['retry-after'],
  };
};

it('asks the phone to come again when the database could not just now, and says so of nothing else', async () => {
  const wait = { status: 503, code: 'service.unavailable', after: '5' };
  expect(await ask(Object.assign(new Error('deadlock detected'), { code: '40P01' }))).toEqual(wait);
  expect(await ask(Object.assign(new Error('terminating connection'), { code: '57P01' }))).toEqual(wait);
  expect(await ask(new Error('Connection terminated unexpectedly'))).toEqual(wait);
  expect(await ask(new TypeError('x is undefined'))).toMatchObject({ status: 500, code: 'unexpected' });
});
