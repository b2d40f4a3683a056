import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { productActor } from '#platform/commands/actor.ts';
import { runQuery } from '#platform/commands/command.server.ts';
import { openDatabase, type Database } from '#platform/db/database.server.ts';
import { newId } from '#shared/ids.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { recount } from '#features/targets/recount.server.ts';
import { openServer } from '../../src/field/sync/server.ts';
import { FieldPhone } from '../field-phone.ts';
import { startProduct, type Product } from '../product.ts';
import { seededRandom } from '../seeded-random.ts';
import { testDatabase } from '../test-database.ts';
import { commune, type World } from '../world.ts';

/**
 * Eight phones sync at once with the real product, which is killed while they do (F1): nothing that was called saved is lost or
 * doubled, and the counters are what a recount counts. `KILLS=200` kills more often; `SEED=…` in another rhythm.
 */
const kills = Number(process.env['KILLS'] ?? 20);
const seed = Number(process.env['SEED'] ?? 20261124);
const random = seededRandom(seed);
const template = testDatabase();
let port: number;
let product: Product;
let database: Database;
const phones: FieldPhone[] = [];
const saved: { opId: string; visit: string | null }[] = [];

const start = () =>
  startProduct(template.connectionString(), {
    households: 60,
    env: { PORT: String(port), LOG_LEVEL: 'silent' },
  });

async function freePort(): Promise<number> {
  const some = createServer().listen(0, '127.0.0.1');
  await once(some, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const found = (some.address() as AddressInfo).port;
  some.close();
  await once(some, 'close');
  return found;
}

/** A phone of somebody of the demo, signed in at the running product. */
async function phoneOf(login: string): Promise<FieldPhone> {
  const line = openServer(fetch, `http://127.0.0.1:${port}`);
  const signed = await line.signIn({ login, password: demoPassword, label: 'thử', appVersion: 'thử' });
  const me = { accountId: signed.account.id, communeId: commune, fullName: '', memberId: null, grants: [] };
  const world = {
    get now() {
      return new Date();
    },
    // One person; the names of the cast are those of the other tests.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    cast: { lan: me } as unknown as World['cast'],
  };
  return FieldPhone.over(world, 'lan', line, signed);
}

beforeAll(async () => {
  port = await freePort();
  product = await start();
  database = openDatabase({ connectionString: template.connectionString() }, 2);
  for (const login of ['chilan', 'chutu', 'basau', 'chilan', 'chutu', 'basau', 'chilan', 'chutu'])
    phones.push(await phoneOf(login));
  await Promise.all(phones.map((phone) => phone.settle()));
});
afterAll(async () => {
  for (const phone of phones) phone.kill();
  await database.close();
  await product.stop();
});

/** Somebody writes down a visit, or a number and a note of some household: in any order, so that pushes meet crosswise. */
async function work(phone: FieldPhone): Promise<void> {
  const homes = [...phone.register.homes()];
  const home = homes[Math.floor(random() * homes.length)];
  if (!home) return;
  const about = { scope: home.hamletId, household: home.id };
  const id = newId(new Date());
  const isVisit = random() < 0.6;
  const operation = await phone.record(
    isVisit
      ? {
          command: 'visit.record',
          ...about,
          input: {
            id,
            householdId: home.id,
            met: 'someone',
            metResidents: home.people.slice(0, 1).map((person) => person.id),
          },
        }
      : {
          command: 'household.correct',
          ...about,
          input: { householdId: home.id, note: `Dặn ${saved.length}` },
          base: { note: home.note },
        },
  );
  saved.push({ opId: operation.opId, visit: isVisit ? id : null });
}

/** Everybody works and syncs at once until they are told to stop. */
async function everybodyWorks(isOver: () => boolean): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      while (!isOver()) {
        for (let count = 0; count < 3; count += 1) await work(phone);
        await phone.sync();
      }
    }),
  );
}

it(
  `the server is killed ${kills} times under eight phones (seed ${seed})`,
  { timeout: 60_000 + kills * 30_000 },
  async () => {
    for (let round = 0; round < kills; round += 1) {
      let isOver = false;
      const working = everybodyWorks(() => isOver);
      await wait(50 + random() * 700);
      const ended = once(product.process, 'exit');
      product.process.kill('SIGKILL');
      await ended;
      isOver = true;
      await working;
      product = await start();
    }
    for (const phone of phones) expect((await phone.settle()).end).toBe('done');
    const rows = await database.transaction({ commune }, async (tx) => ({
      operations: await tx.selectFrom('sync_operations').select(['op_id', 'status']).execute(),
      visits: await tx.selectFrom('visits').select('id').execute(),
    }));
    const wanted = saved.map((one) => one.opId).sort();
    expect(rows.operations.map((row) => row.op_id).sort()).toEqual(wanted);
    expect(new Set(rows.operations.map((row) => row.status))).not.toContain('rejected');
    const visits = new Set(rows.visits.map((row) => row.id));
    expect(visits.size).toBe(rows.visits.length);
    expect(saved.filter(({ visit }) => visit !== null && !visits.has(visit))).toEqual([]);
    for (const phone of phones) {
      expect(await phone.store.unsent()).toEqual({ count: 0, oldest: null });
      expect(await phone.store.unconfirmed()).toEqual([]);
    }
    const counted = await runQuery(database, { actor: productActor(commune), now: new Date() }, recount);
    expect(counted.marks).toBeGreaterThan(0);
    expect(counted.differences).toEqual([]);
    process.stdout.write(`${kills} kills, ${saved.length} operations: none lost, none doubled\n`);
  },
);
