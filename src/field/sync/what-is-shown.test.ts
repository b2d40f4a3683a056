import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { mostPushBytes, type PushRequest } from '#features/sync/model/operation.ts';
import { announceRestore } from '#features/sync/epoch.server.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { writeCursor, nothingFilled } from '#features/sync/model/cursor.ts';
import { listed } from '#features/sync/model/listed-home.ts';
import { FieldPhone } from '#tests/field-phone.ts';
import { openTestServer } from '#tests/test-server.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { openServer } from './server.ts';
import { exchange } from './sync.ts';

const world = useWorld();
let server: FastifyInstance;
let lan: FieldPhone;
let home: Home;

beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  server = await openTestServer(world());
  lan = await FieldPhone.signIn(world(), 'lan', server);
  expect((await lan.sync()).end).toBe('done');
});
afterEach(() => server.close());

const visit = () => ({
  command: 'visit.record',
  household: home.id,
  input: { id: newId(world().now), householdId: home.id, met: 'nobody' },
});
const later = (minutes: number) => (world().now = new Date(world().now.getTime() + minutes * 60_000));
const visitsShown = () => lan.register.home(home.id)?.visits.length;

describe('what a phone shows of its own', () => {
  it('is no longer laid over once the server has shown it, wherever the clock went in between (F9)', async () => {
    lan.skew = 400 * 24 * 60 * 60 * 1000;
    await lan.record(visit());
    lan.faults.push(null, 'answer_cut');
    await lan.sync();
    lan.skew = 0;
    later(5);
    expect((await lan.sync()).end).toBe('done');
    expect(await lan.store.unconfirmed()).toEqual([]);
  });

  it('stays on the screen while a restored server has not got it back (law 13)', async () => {
    const here = world();
    const back = await here.database.copy();
    await lan.record(visit());
    expect((await lan.sync()).end).toBe('done');
    await back();
    await inCommune(here, (tx) =>
      announceRestore(writeContext(tx, { actor: here.cast.hanh, now: here.now })),
    );
    lan.faults.push(null, 'request_lost');
    expect((await lan.sync()).end).toBe('failed');
    expect(visitsShown()).toBe(1);
    expect((await lan.sync()).end).toBe('done');
    expect(visitsShown()).toBe(1);
  });

  it('learns the time from the answer to a push, when the pull after it never comes (law 8)', async () => {
    await lan.record(visit());
    lan.skew = 3 * 60 * 60 * 1000;
    lan.faults.push(null, 'request_lost');
    await lan.sync();
    expect((await lan.record(visit())).at).toBe(world().now.toISOString());
  });
});

describe('a list of a hamlet', () => {
  it('that promised more than came is asked for again, also when the app is killed right then', async () => {
    const shown = lan.register.home(home.id) as PhoneHome;
    const other: PhoneHome = { ...shown, id: newId(world().now) };
    const scope = world().hamlets.mau1;
    const cursor = { epoch: lan.store.meta.epoch ?? '', view: 'a', revision: 9 };
    const rows = [shown, other].map((one) => listed(one, '2026-11-24'));
    await lan.store.keepList(scope, writeCursor({ ...cursor, filled: nothingFilled }), rows);
    await lan.store.keepHomes(scope, writeCursor({ ...cursor, filled: null }), [shown], [], true);
    lan.kill();
    await lan.start();
    expect(lan.store.meta.cursors[scope]).toBeUndefined();
    expect(lan.store.meta.lists).toEqual({});
  });
});

describe('a push', () => {
  it('never holds more than the server takes in one request, however much waits', async () => {
    const people = Array.from({ length: 50 }, (_, index) => ({
      id: newId(world().now),
      fullName: `Nguyễn Thị Hồng ${'Ngọc '.repeat(20)}${index}`,
      relation: 'other',
    }));
    for (let count = 0; count < 99; count += 1) {
      const id = newId(world().now);
      const input = { id, hamletId: world().hamlets.mau1, residents: people };
      await lan.record({ command: 'household.register', household: id, input });
    }
    const sizes: number[] = [];
    const told = await exchange({
      server: {
        ...openServer(),
        async push(_token: string, request: PushRequest) {
          sizes.push(new TextEncoder().encode(JSON.stringify(request)).length);
          const results = request.operations.map((one) => ({
            opId: (one as { opId: string }).opId,
            receivedAt: world().now.toISOString(),
            outcome: { status: 'ok' as const },
          }));
          return { now: world().now.toISOString(), epoch: '', lastSeq: 99, results };
        },
        pull: async (_token, _query, take) => take({ line: 'end' }),
      },
      store: lan.store,
      register: lan.register,
      appVersion: 'thử',
      changed: () => {},
    });
    expect(told).toEqual({ end: 'done' });
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(mostPushBytes);
  });
});
