import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { openServer } from '../../src/field/sync/server.ts';
import { openChaosProxy, seededTroubles, type ChaosProxy } from '../chaos-proxy.ts';
import { FieldPhone } from '../field-phone.ts';
import { settlePhone } from '../phone-world.ts';
import { openTestServer } from '../test-server.ts';
import { inCommune, settleCatalogue, settleHome, type Home } from '../visit-world.ts';
import { useWorld } from '../world.ts';

/**
 * The app's own `fetch` over a real line that is cut, slow, and repeats (F5–F8): two hundred visits of chị Lan arrive once
 * each. `SEED=…` chooses other troubles.
 */
const world = useWorld();
const seed = Number(process.env['SEED'] ?? 20261124);
const visits = 200;
let server: FastifyInstance;
let proxy: ChaosProxy;
let homes: Home[];
let lan: FieldPhone;

beforeEach(async () => {
  const here = world();
  await settleCatalogue(here);
  homes = [await settleHome(here), await settleHome(here), await settleHome(here)];
  server = await openTestServer(here);
  await server.listen({ host: '127.0.0.1', port: 0 });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.server.address() as AddressInfo;
  proxy = await openChaosProxy({ target: () => port, next: seededTroubles(seed, 60) });
  const { id, token } = await settlePhone(here, 'lan');
  lan = await FieldPhone.over(here, 'lan', openServer(fetch, proxy.url), { deviceId: id, token });
});
afterEach(async () => {
  await proxy.close();
  await server.close();
});

const day = 24 * 60 * 60 * 1000;

it(
  `${visits} visits over a bad line: none lost, none doubled (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    const here = world();
    const wanted: string[] = [];
    const first = await lan.settle();
    expect(first.end).toBe('done');
    for (let count = 0; count < visits; count += 1) {
      const home = homes[count % homes.length];
      const id = newId(here.now);
      wanted.push(id);
      await lan.record({
        command: 'visit.record',
        household: home?.id ?? null,
        input: { id, householdId: home?.id, met: 'someone', metResidents: [home?.people[0]] },
      });
      here.now = new Date(here.now.getTime() + day / visits);
      // She tries now and then; what does not go out waits.
      if (count % 7 === 0) await lan.sync();
    }
    expect((await lan.settle()).end).toBe('done');
    expect(await lan.store.unsent()).toMatchObject({ count: 0 });
    const rows = await inCommune(here, async (tx) => ({
      visits: await tx.selectFrom('visits').select('id').execute(),
      results: await tx.selectFrom('sync_operations').select(['op_id', 'status']).execute(),
    }));
    expect(rows.visits.map((row) => row.id).sort()).toEqual(wanted.toSorted());
    expect(rows.results.map((row) => row.status)).toEqual(wanted.map(() => 'ok'));
    const shown = [...lan.register.homes()].flatMap((home) => home.visits.map((visit) => visit.id));
    expect(shown.sort()).toEqual(wanted.toSorted());
    // The line was as bad as it should be.
    expect(new Set(proxy.fates.filter((fate) => fate !== null)).size).toBeGreaterThan(5);
  },
);
