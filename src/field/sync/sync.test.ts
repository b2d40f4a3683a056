import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { Operation, PushRequest } from '#features/sync/model/operation.ts';
import { Register } from '../register/register.ts';
import type { MemberStore } from '../store/member-store.ts';
import { hamlet, morning, openStore, openVault, visit } from '../store/store.test-support.ts';
import { openServer, type Server } from './server.ts';
import { exchange, type Exchange } from './sync.ts';

const now = morning.toISOString();
let store: MemberStore;
let server: Server;
/** The seqs of each push, in order. */
let pushed: number[][];
/** What the server stumbles over. */
let poison: Set<number>;
let lines: PullLine[];

beforeEach(async () => {
  store = await openStore(await openVault());
  pushed = [];
  poison = new Set();
  const hello = { line: 'hello', now, epoch: hamlet, lastSeq: 0 } as const;
  lines = [hello, { line: 'end' }];
  server = {
    ...openServer(() => Promise.reject(new TypeError('không có mạng'))),
    async push(_token: string, { operations }: PushRequest) {
      // The store's own operations come back.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const told = operations as Operation[];
      pushed.push(told.map((operation) => operation.seq));
      if (told.some((operation) => poison.has(operation.seq))) throw new Problem('unexpected');
      const lastSeq = Math.max(...told.map((operation) => operation.seq));
      lines = [{ ...hello, lastSeq }, { line: 'end' }];
      const results = told.map(({ opId }) => ({ opId, receivedAt: now, outcome: { status: 'ok' as const } }));
      return { now, epoch: hamlet, lastSeq, results };
    },
    async pull(_token, _query, take) {
      for (const line of lines) await take(line);
    },
  };
});

const sync = (): Promise<Exchange> =>
  exchange({ server, store, register: new Register('2026-11-24'), appVersion: '1', changed: () => {} });
const waiting = async () => (await store.outbox()).map((operation) => operation.seq);

describe('one exchange', () => {
  it('sets an operation aside on which the server stumbles again and again, and sends the others (F27)', async () => {
    for (let count = 0; count < 10; count += 1) await store.record(visit());
    poison.add(4);
    // At first in its order, with whatever was well before it.
    expect(await sync()).toMatchObject({ end: 'failed', problem: { code: 'unexpected' } });
    expect(await waiting()).toEqual([4, 5, 6, 7, 8, 9, 10]);
    await sync();
    expect(await sync()).toMatchObject({ end: 'failed', problem: { code: 'unexpected' } });
    expect(await waiting()).toEqual([4]);
    // What comes later goes out at once, and the one is still tried.
    await store.record(visit());
    await sync();
    expect(await waiting()).toEqual([4]);
    poison.clear();
    expect(await sync()).toEqual({ end: 'done' });
    expect(await waiting()).toEqual([]);
  });

  it('changes no order while the server itself is not well', async () => {
    for (let count = 1; count <= 5; count += 1) {
      await store.record(visit());
      poison.add(count);
    }
    for (let tries = 0; tries < 2; tries += 1) expect((await sync()).end).toBe('failed');
    poison.clear();
    expect(await sync()).toEqual({ end: 'done' });
    expect(pushed.at(-1)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has not ended when the answer stopped before its end', async () => {
    lines.pop();
    expect(await sync()).toMatchObject({ end: 'failed', problem: { code: 'service.unavailable' } });
  });

  it('sends again what it has receipts for when the server has forgotten it, though nobody said so (F15)', async () => {
    await store.record(visit());
    await store.record(visit());
    expect(await sync()).toEqual({ end: 'done' });
    // Yesterday's copy: the same epoch, a smaller count.
    lines = [{ line: 'hello', now, epoch: hamlet, lastSeq: 1 }, { line: 'end' }];
    expect(await sync()).toEqual({ end: 'done' });
    expect(pushed).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(await sync()).toEqual({ end: 'done' });
    expect(pushed).toHaveLength(2);
  });

  it('says that the phone is full, and moves no cursor beyond what it holds (F11)', async () => {
    server.pull = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await sync()).toMatchObject({ end: 'failed', problem: { code: 'storage.full' } });
    expect(store.meta.cursors).toEqual({});
  });
});
