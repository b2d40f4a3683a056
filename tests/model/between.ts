import { expect } from 'vitest';
import { Problem } from '#shared/problem.ts';
import type { Exchange } from '../../src/field/sync/sync.ts';
import type { Fault } from '../field-phone.ts';
import { awake, pick, type Carried, type Model } from './model.ts';
import { checkHeard } from './check-heard.ts';

/** Something that happens between a phone and the server, or to the phone. */
type Happening = (model: Model, carried: Carried, one: number, other: number) => Promise<void>;

const faults: readonly (readonly Fault[])[] = [
  [],
  [],
  ['request_lost'],
  ['answer_lost'],
  ['request_twice'],
  ['answer_cut'],
  [null, 'answer_cut'],
  [null, 'request_lost'],
  [null, 'answer_lost'],
  ['request_twice', 'answer_cut'],
  ['request_twice', 'request_twice'],
  [null, null, 'answer_cut'],
];

/** One exchange; whatever was heard is compared with what this phone may know at this moment. */
export async function exchangeOnce(model: Model, carried: Carried): Promise<Exchange> {
  const phone = await awake(carried);
  carried.heard = [];
  const came = await phone.sync();
  await checkHeard(model, carried);
  if (came.end === 'wipe') {
    phone.kill();
    carried.isRunning = false;
    carried.isWiped = true;
  }
  return came;
}

const sync: Happening = async (model, carried, one) => {
  carried.phone.faults.splice(0, Infinity, ...(pick(faults, one) ?? []));
  const came = await exchangeOnce(model, carried);
  if (came.end === 'failed')
    expect(['service.unavailable', 'sync.server_older', 'device.revoked']).toContain(came.problem.code);
  carried.phone.faults.splice(0);
};

/** The app is killed while it writes what the server answered: at the so-manieth line, or before the first. */
const killedInSync: Happening = async (model, carried, one) => {
  const phone = await awake(carried);
  carried.heard = [];
  const { hears } = phone;
  let lines = one % 6;
  phone.hears = (line) => {
    hears(line);
    if (lines === 0) phone.kill();
    lines -= 1;
  };
  try {
    await phone.sync();
  } catch (error) {
    // The browser's own word for a database that is closed.
    if (!(error instanceof DOMException) && !(error instanceof Problem)) throw error;
  } finally {
    phone.hears = hears;
  }
  phone.kill();
  carried.isRunning = false;
  await checkHeard(model, carried);
};

const restart: Happening = async (_model, carried) => {
  const phone = await awake(carried);
  phone.kill();
  await phone.start();
};

/** A request of some time ago arrives once more. */
const late: Happening = async (_model, carried, one) => {
  const status = await pick(carried.sent, one)?.();
  if (status !== undefined) expect(status).toBeLessThan(500);
};

const hour = 60 * 60 * 1000;
const skews = [0, -10 * 365 * 24 * hour, 400 * 24 * hour, 3 * hour, -3 * hour, 25 * hour];

const skew: Happening = async (_model, carried, one) => {
  carried.phone.skew = pick(skews, one) ?? 0;
};

const updateApp: Happening = async (_model, carried, one) => {
  carried.app = pick([1, 2, 3] as const, one) ?? 2;
};

export const between = {
  sync,
  killed_in_sync: killedInSync,
  restart,
  late,
  skew,
  update_app: updateApp,
} as const satisfies Record<string, Happening>;
