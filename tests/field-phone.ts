import 'fake-indexeddb/auto';
import type { FastifyInstance } from 'fastify';
import { dayOf } from '#shared/calendar.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { PullLine } from '#features/sync/model/lines.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import type { NewOperation } from '../src/field/store/own-work.ts';
import { MemberStore } from '../src/field/store/member-store.ts';
import { Register } from '../src/field/register/register.ts';
import { openServer, type Server } from '../src/field/sync/server.ts';
import { exchange, type Exchange } from '../src/field/sync/sync.ts';
import { newDataKey } from '../src/field/vault/data-key.ts';
import { Vault } from '../src/field/vault/vault.ts';
import { settlePhone } from './phone-world.ts';
import type { CastName, World } from './world.ts';

/** What becomes of the next call to the server. `null`: it goes through. */
export type Fault =
  /** It never arrives. */
  | 'request_lost'
  /** The server does it; the answer never comes back. */
  | 'answer_lost'
  /** The server does it twice (a network that repeats), and the second answer comes back. */
  | 'request_twice'
  /** Half of the answer comes back. */
  | 'answer_cut'
  | null;

/** Sends once more what a phone sent: a network that repeats, or that was slow. Gives the status of the answer. */
export type Sending = () => Promise<number>;

/** `fetch` that talks to a server in this process, with faults on the way; `sent` gets each request before its fate is known. */
export function faultyFetch(
  server: FastifyInstance,
  nextFault: () => Fault,
  sent: (address: string, sending: Sending) => void = () => {},
): typeof fetch {
  return async (address, init = {}) => {
    const fault = nextFault();
    const { url } = new Request(address);
    const body = init.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : init.body;
    const headers = Object.fromEntries(new Headers(init.headers));
    const call = () =>
      server.inject({
        method: init.method === 'POST' ? 'POST' : 'GET',
        url,
        headers,
        ...(body !== undefined && body !== null && { payload: body as string | Buffer }),
      });
    sent(url, async () => (await call()).statusCode);
    if (fault === 'request_lost') throw new TypeError('không có mạng');
    let answer = await call();
    if (fault === 'request_twice') answer = await call();
    if (fault === 'answer_lost') throw new TypeError('mất mạng');
    const whole = answer.rawPayload;
    const payload = fault === 'answer_cut' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
    return new Response(answer.statusCode === 204 ? null : new Uint8Array(payload), {
      status: answer.statusCode,
      headers: { 'content-type': answer.headers['content-type'] ?? '' },
    });
  };
}

/**
 * Somebody's phone in a test: the very code of the app (store, register, exchange) without its screens, on an IndexedDB in
 * memory, talking to the real server. It can be killed, and started again from what is on its disk.
 */
export class FieldPhone {
  readonly world: Pick<World, 'now' | 'cast'>;
  readonly who: CastName;
  readonly faults: Fault[] = [];
  /** How far its clock is ahead (ms). */
  skew = 0;
  /** Gets each request, so that it may arrive once more, later. */
  sends: (address: string, sending: Sending) => void = () => {};
  /** Called when an answer to a push has come, before the app reads it. */
  answered: () => void = () => {};
  /** Gets each line of a pull before the app does. */
  hears: (line: PullLine) => void = () => {};
  store!: MemberStore;
  register!: Register;
  readonly #server: Server;
  readonly #storeId: Id;
  readonly #key: CryptoKey;
  readonly deviceId: Id;

  private constructor(
    world: Pick<World, 'now' | 'cast'>,
    who: CastName,
    line: (phone: FieldPhone) => Server,
    deviceId: Id,
    key: CryptoKey,
  ) {
    this.world = world;
    this.who = who;
    this.deviceId = deviceId;
    this.#key = key;
    this.#storeId = newId(world.now);
    const open = line(this);
    this.#server = {
      ...open,
      push: async (token, request) => {
        const answer = await open.push(token, request);
        this.answered();
        return answer;
      },
      pull: (token, query, take) =>
        open.pull(token, query, async (told) => {
          this.hears(told);
          await take(told);
        }),
    };
  }

  static async signIn(world: World, who: CastName, server: FastifyInstance): Promise<FieldPhone> {
    const { id, token } = await settlePhone(world, who);
    const key = await newDataKey();
    const line = (phone: FieldPhone) =>
      openServer(
        faultyFetch(
          server,
          () => phone.faults.shift() ?? null,
          (address, sending) => phone.sends(address, sending),
        ),
        'http://phone',
      );
    const phone = new FieldPhone(world, who, line, id, key);
    await phone.start(token);
    return phone;
  }

  /** A phone on a real line, to wherever its server is just now; `signed` is what it got when it signed in there. */
  static async over(
    world: Pick<World, 'now' | 'cast'>,
    who: CastName,
    line: Server,
    signed: { deviceId: Id; token: string },
  ): Promise<FieldPhone> {
    const phone = new FieldPhone(world, who, () => line, signed.deviceId, await newDataKey());
    await phone.start(signed.token);
    return phone;
  }

  /** Starts the app: everything in memory comes from the disk. Also after a kill. */
  async start(token?: string): Promise<void> {
    const vault = new Vault(
      {
        storeId: this.#storeId,
        deviceId: this.deviceId,
        accountId: this.world.cast[this.who].accountId,
        displayName: this.who,
      },
      this.#key,
    );
    this.store = await MemberStore.open(vault, {
      clock: () => this.world.now.getTime() + this.skew,
      ...(token !== undefined && { token }),
    });
    this.register = new Register(dayOf(this.store.now()));
    this.register.setBook(this.store.meta.book?.book ?? null, dayOf(this.store.now()));
    for (const [scope, list] of Object.entries(this.store.meta.lists)) this.register.setList(scope, list);
    this.register.take(await this.store.homes(), []);
    this.register.setOperations(await this.store.unconfirmed());
  }

  /** The app is killed: nothing is closed, nothing is written any more. */
  kill(): void {
    this.store.close();
  }

  /** Does something; saved when it resolves. */
  async record(
    given: Pick<NewOperation, 'command' | 'input'> & Partial<NewOperation> & { version?: number },
  ): Promise<Operation> {
    const operation = await this.store.record({
      scope: this.world.cast[this.who].grants.find((grant) => grant.hamletId !== null)?.hamletId ?? '',
      household: null,
      base: null,
      ...given,
    });
    this.register.add(operation);
    return operation;
  }

  /** One exchange with the server, with the faults that wait. */
  async sync(): Promise<Exchange> {
    const today = dayOf(this.store.now());
    this.register.setBook(this.register.book, today);
    return exchange({
      server: this.#server,
      store: this.store,
      register: this.register,
      appVersion: 'thử',
      changed: () => {},
    });
  }

  /** Exchanges until nothing waits; says what came last. */
  async settle(): Promise<Exchange> {
    let last = await this.sync();
    for (let tries = 0; tries < 20 && last.end === 'failed'; tries += 1) last = await this.sync();
    return last;
  }
}
