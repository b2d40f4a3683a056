import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChaosProxy, seededTroubles, troubles, type ChaosProxy, type Trouble } from './chaos-proxy.ts';

/** What arrived, in its order. */
let arrived: string[];
let server: Server;
let proxy: ChaosProxy;
let plan: Trouble[];

beforeEach(async () => {
  arrived = [];
  plan = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      arrived.push(text);
      response.end(`đã nhận ${text}`.repeat(100));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  proxy = await openChaosProxy({ target: () => port, next: () => plan.shift() ?? null });
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

const send = async (text: string): Promise<string> => {
  const answer = await fetch(proxy.url, { method: 'POST', body: text });
  return answer.text();
};
const whole = (text: string) => `đã nhận ${text}`.repeat(100);

describe('the chaos proxy', () => {
  it('lets through what has no trouble, one request after the other on one line', async () => {
    expect([await send('một'), await send('hai'), await send('')]).toEqual([
      whole('một'),
      whole('hai'),
      whole(''),
    ]);
    expect(arrived).toEqual(['một', 'hai', '']);
    expect(proxy.fates).toEqual([null, null, null]);
  });

  it.each(['cut_before', 'cut_in_upload'] as const)(
    '%s: the server never has the request',
    async (trouble) => {
      plan = [trouble];
      await expect(send('một')).rejects.toThrow(TypeError);
      expect(await send('hai')).toBe(whole('hai'));
      expect(arrived).toEqual(['hai']);
    },
  );

  it.each(['cut_before_answer', 'cut_in_answer'] as const)(
    '%s: the server has it, the sender does not know',
    async (trouble) => {
      plan = [trouble];
      await expect(send('một')).rejects.toThrow(TypeError);
      expect(arrived).toEqual(['một']);
    },
  );

  it.each(['delay', 'throttle'] as const)('%s: late and slow is not lost', async (trouble) => {
    plan = [trouble];
    expect(await send('một')).toBe(whole('một'));
  });

  it('duplicate: the server has it twice, the sender one answer', async () => {
    plan = ['duplicate'];
    expect(await send('một')).toBe(whole('một'));
    await expect.poll(() => arrived).toEqual(['một', 'một']);
  });

  it('reorder: what seemed lost arrives after what was sent later', async () => {
    plan = ['reorder'];
    await expect(send('một')).rejects.toThrow(TypeError);
    expect(await send('hai')).toBe(whole('hai'));
    await expect.poll(() => arrived.toSorted()).toEqual(['hai', 'một']);
  });
});

it('troubles come in the order of their seed, and every kind of them', () => {
  const some = (seed: number) => {
    const next = seededTroubles(seed, 60);
    return Array.from({ length: 400 }, () => next());
  };
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
  expect(new Set(some(7))).toEqual(new Set([null, ...troubles]));
});
