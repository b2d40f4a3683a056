import type { Browser } from 'playwright-core';
import type { Actor } from '#platform/commands/actor.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { measuredSize } from '../phones/measured-hamlet.ts';
import { settlePhone } from '../phones/settle-phones.ts';
import type { Store } from '../store.ts';
import type { FloorBench } from './pages/floor.ts';
import type { OursBench } from './pages/ours.ts';
import type { Runs } from './rows.ts';
import type { Served } from './served.ts';
import { freshPhone, type SlowPage } from './slow-phone.ts';

/** What all measurements of the exchange work with. */
export interface Field {
  store: Store;
  served: Served;
  actor: Actor;
  runs: Runs;
  count: number;
  tell: (line: string) => void;
}

/** In a page of the bench: `ask<OursBench>(page)('meet')`. */
export const asker =
  <Bench>(phone: SlowPage) =>
  <Name extends keyof Bench & string>(
    name: Name,
    ...given: Bench[Name] extends (...args: infer Args) => unknown ? Args : never
  ): Promise<Bench[Name] extends (...args: never[]) => infer Answer ? Awaited<Answer> : never> =>
    phone.page.evaluate(`bench.${name}(...${JSON.stringify(given)})`);

const api = '/api/sync/';

async function freshOurs(browser: Browser, { store, served, actor }: Field) {
  const phone = await freshPhone(browser, `${served.url}/bench/ours.html`);
  const ask = asker<OursBench>(phone);
  await ask('begin', (await settlePhone(store, actor)).token);
  return { phone, ask };
}

async function freshFloor(browser: Browser, { served }: Field) {
  const phone = await freshPhone(browser, `${served.url}/bench/floor.html`);
  return { phone, ask: asker<FloorBench>(phone) };
}

/** What a phone holds of the hamlet: the data of the floor and of PouchDB. Also warms the server up. */
export async function readHamlet(browser: Browser, field: Field): Promise<PhoneHome[]> {
  const { phone, ask } = await freshOurs(browser, field);
  await ask('meet');
  await checkHeld(ask);
  const homes = await ask('everything');
  await phone.close();
  field.served.setHamlet(JSON.stringify(homes));
  return homes;
}

async function checkHeld(ask: Awaited<ReturnType<typeof freshOurs>>['ask']): Promise<void> {
  const held = await ask('held');
  if (JSON.stringify(held) !== JSON.stringify(measuredSize))
    throw new Error(`the phone holds ${JSON.stringify(held)}`);
}

/** First sync (a), in turns with the floor. */
export async function measureFirstSync(browser: Browser, field: Field): Promise<void> {
  const { runs, served, count, tell } = field;
  for (let run = 0; run < count; run += 1) {
    const ours = await freshOurs(browser, field);
    await ours.phone.slow();
    served.up(api);
    const told = await ours.ask('meet');
    const wire = ours.phone.wire(api);
    await ours.phone.quick();
    await checkHeld(ours.ask);
    await ours.phone.close();
    const floor = await freshFloor(browser, field);
    await floor.phone.slow();
    const plain = await floor.ask('first');
    const plainWire = floor.phone.wire('/bench/floor/');
    await floor.phone.close();
    runs.add('ours', {
      firstList: told.list ?? Number.NaN,
      firstAll: told.all,
      firstBytes: wire.down,
      firstRequests: wire.requests,
    });
    runs.add('floor', {
      firstList: plain.list,
      firstAll: plain.all,
      firstBytes: plainWire.down,
      firstRequests: plainWire.requests,
    });
    tell(
      `first sync ${run + 1}: ours ${Math.round(told.list ?? 0)} / ${Math.round(told.all)} ms, floor ${Math.round(plain.all)} ms`,
    );
  }
}

/** Pushes (b), a day's work, and "anything new?" (c). Each run is a new phone. */
export async function measurePushes(browser: Browser, field: Field): Promise<void> {
  const { runs, served, count, tell } = field;
  for (let run = -1; run < count; run += 1) {
    const { phone, ask } = await freshOurs(browser, field);
    const floor = await freshFloor(browser, field);
    await ask('meet');
    await ask('write', 30);
    served.up(api);
    await ask('meet');
    const day = served.up(`${api}push`);
    await ask('write', 100);
    const body = await ask('pushBody');
    await phone.slow();
    phone.wire();
    const pushed = await ask('meet');
    const up = served.up(`${api}push`);
    const requests = phone.wire(`${api}push`).requests;
    await phone.quick();
    await ask('meet');
    await phone.slow();
    // What a line in use costs, not its first connection: the bar is for an app that is open.
    const before = served.up(api);
    phone.wire();
    const nothing = await ask('meet');
    const asked = { up: served.up(api), ...phone.wire(api) };
    await phone.close();

    await floor.ask('nothing');
    await floor.phone.slow();
    served.up('/bench/floor/');
    const plainPush = await floor.ask('send', body);
    const plainUp = served.up('/bench/floor/');
    floor.phone.wire();
    const plainNothing = await floor.ask('nothing');
    const plainWire = floor.phone.wire('/bench/floor/');
    const plainAsked = served.up('/bench/floor/');
    await floor.phone.close();
    if (run < 0) continue;
    runs.add('ours', {
      dayBytes: day,
      push: pushed.sent ?? Number.NaN,
      pushBytes: up,
      pushRequests: requests,
      nothing: nothing.all,
      nothingRequests: asked.requests,
      nothingBytes: asked.up + asked.down,
    });
    runs.add('floor', {
      push: plainPush,
      pushBytes: plainUp,
      pushRequests: 1,
      nothing: plainNothing,
      nothingRequests: plainWire.requests,
      nothingBytes: plainAsked + plainWire.down,
    });
    tell(
      `push ${run + 1}: ours ${Math.round(pushed.sent ?? 0)} ms, floor ${Math.round(plainPush)} ms; nothing new: ${Math.round(nothing.all)}, ${Math.round(plainNothing)} ms (${before} bytes before)`,
    );
  }
}
