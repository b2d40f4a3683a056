import { IDBFactory } from 'fake-indexeddb';
import { settleHome } from '../visit-world.ts';
import { openTestServer } from '../test-server.ts';
import type { World } from '../world.ts';
import { between } from './between.ts';
import { checkAll } from './check-all.ts';
import type { Tally } from './check-operations.ts';
import { inOffice } from './in-office.ts';
import { carry, noteRevisions, type Model } from './model.ts';
import { register } from './on-phones/register.ts';
import { work } from './on-phones/work.ts';
import { newDay, overTime, pass } from './over-time.ts';
import type { Schedule } from './schedule.ts';
import { settle } from './settle.ts';
import { serverVersions } from './versions.ts';

const onPhones = { ...register, ...work };
const steps = { ...onPhones, ...between, ...inOffice, ...overTime };

/** Three hamlets with six households, one person alone in the last. */
const places = ['mau1', 'mau1', 'mau1', 'mau2', 'mau2', 'mau3'] as const;

/** Runs a schedule on a world that has a plan and nothing else, and checks everything that was promised. */
export async function runSchedule(
  world: World,
  { phones, steps: schedule }: Schedule,
  tally: Tally,
): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  const versions = serverVersions();
  const server = await openTestServer(world, versions);
  const homes = [];
  for (const [index, hamlet] of places.entries())
    homes.push(await settleHome(world, { hamlet, people: index === 5 ? 1 : 2 + (index % 2) }));
  const begun = {
    world,
    server,
    versions,
    homes,
    saved: [],
    copies: [],
    restores: 0,
    shut: new Set<string>(),
    granted: [],
    prunes: 0,
    revisions: new Map(),
  };
  const model: Model = { ...begun, phones: [] };
  try {
    await newDay(model);
    for (const who of phones) model.phones.push(await carry(begun, who));
    for (const { phone } of model.phones) await phone.sync();
    for (const [what, who, one, other] of schedule) {
      const carried = model.phones[who % model.phones.length];
      if (!carried) continue;
      // A second between any two things: what comes later is written later.
      await pass(model, 1 / 60);
      const isOnPhone = what in onPhones || what in between;
      if (isOnPhone && carried.isWiped) continue;
      await steps[what](model, carried, one, other);
      await noteRevisions(model);
    }
    await settle(model);
    await checkAll(model, tally);
  } finally {
    for (const { phone } of model.phones) phone.kill();
    await server.close();
  }
}
