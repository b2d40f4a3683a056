import { dayOf } from '#shared/calendar.ts';
import { newId, type Id } from '#shared/ids.ts';
import { appVersion } from '../../../../src/field/app-version.ts';
import { moveIn, signIn } from '../../../../src/field/door/sign-in.ts';
import { Register } from '../../../../src/field/register/register.ts';
import { MemberStore } from '../../../../src/field/store/member-store.ts';
import { openServer, type ServerKeys } from '../../../../src/field/sync/server.ts';
import { exchange } from '../../../../src/field/sync/sync.ts';
import { openPhone, type Phone } from '../../../../src/field/vault/phone.ts';
import type { Vault } from '../../../../src/field/vault/vault.ts';

/*
 * The phone's own code (vault, store, register, exchange) on a page without screens, so that a test can say exactly what
 * happens when. What is saved is told to the test at once, by a way that outlives the page.
 */

/** How long it waits for a word (ms), as the address says. */
const patience = Number(new URL(location.href).searchParams.get('patience') ?? 30_000);
let phone: Phone;
const server = openServer(undefined, '', patience);
let store: MemberStore | null = null;
const register = new Register(dayOf(new Date()));
let taken = 0;

function opened(): MemberStore {
  if (!store) throw new Error('the store is not open');
  return store;
}

async function open(vault: Vault, keys?: ServerKeys): Promise<void> {
  store = await MemberStore.open(vault, { ...keys, closed: () => (taken += 1) });
  register.setBook(store.meta.book?.book ?? null, dayOf(store.now()));
  for (const [scope, list] of Object.entries(store.meta.lists)) register.setList(scope, list);
  register.take(await store.homes(), []);
  register.setOperations(await store.unconfirmed());
}

/** What no packing makes shorter by half. */
const randomText = (bytes: number) =>
  Array.from({ length: bytes }, () => String.fromCodePoint(97 + Math.floor(Math.random() * 26))).join('');

const field = {
  /** Signs in by a code, as at the door. */
  async enter(code: string, pin: string): Promise<string> {
    const arrival = await signIn(phone, server, { code });
    const { vault, keys } = await moveIn(phone, arrival, pin);
    await open(vault, keys);
    return arrival.place.is;
  },

  /** The same with an account of the demo. */
  async enterByAccount(login: string, password: string, pin: string): Promise<void> {
    const { vault, keys } = await moveIn(phone, await signIn(phone, server, { login, password }), pin);
    await open(vault, keys);
  },

  /** Opens the one store of this phone by its PIN; says why not. */
  async unlock(pin: string): Promise<string> {
    const [member] = await phone.members();
    if (!member) return 'nobody';
    const tried = await phone.unlock(member.storeId, pin, Date.now());
    if (!tried.ok) return tried.why;
    await open(tried.vault);
    return 'open';
  },

  /** Nobody was at home: one visit to each of these households, in this order, told to the test when it is saved. */
  async visit(homes: readonly Id[], note = ''): Promise<void> {
    const telling: Promise<unknown>[] = [];
    for (const householdId of homes) {
      const input = { id: newId(new Date()), householdId, met: 'nobody', ...(note && { note }) };
      const scope = Object.keys(opened().meta.cursors)[0] ?? '';
      const given = { command: 'visit.record', scope, household: householdId, input, base: null };
      const operation = await opened().record(given);
      register.add(operation);
      phone.marks.noteUnsent(opened().vault.owner, (await opened().unsent()).count, operation.at);
      // Awaited only at the end: the next is saved while this is told.
      const told = fetch(`/da-luu?seq=${operation.seq}&op=${operation.opId}&visit=${input.id}`, {
        method: 'POST',
        keepalive: true,
      });
      telling.push(told.catch(() => undefined));
    }
    await Promise.all(telling);
  },

  /** Fills the phone until not even so many bytes more go in. */
  async fill(bytes: number): Promise<void> {
    const kept = (count: number) =>
      opened()
        .keepDraft(`đầy ${count}`, randomText(bytes))
        .then(() => true);
    for (let count = 0; await kept(count).catch(() => false); count += 1);
  },

  /** Saves one thing that takes so many bytes; 'saved', or the browser's word for why not. */
  async visitOf(bytes: number, householdId: Id): Promise<string> {
    return field.visit([householdId], randomText(bytes)).then(
      () => 'saved',
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );
  },

  /** One exchange; 'done', or the code of what went wrong. */
  async sync(): Promise<string> {
    const end = await exchange({ server, store: opened(), register, appVersion, changed: () => {} });
    return end.end === 'failed' ? end.problem.code : end.end;
  },

  /** What the phone knows of what is on it. */
  async look() {
    const { meta } = opened();
    const outbox = (await opened().outbox()).map(({ seq, opId, at, input }) => ({
      seq,
      opId,
      day: dayOf(new Date(at)),
      visit: input['id'],
    }));
    const receipts = (await opened().receipts(1000)).map(({ operation, result }) => ({
      seq: operation.seq,
      status: result.outcome.status,
    }));
    return {
      outbox,
      receipts,
      listed: register.list(null).length,
      homes: (await opened().homes()).map(({ id, visits }) => ({ id, visits: visits.map((one) => one.id) })),
      cursors: Object.values(meta.cursors),
      toCome: Object.values(meta.lists).map((list) => list.length),
      epoch: meta.epoch,
      taken,
    };
  },

  /** The door's question at the start: which stores are gone that nobody wiped. */
  async vanished() {
    phone = await openPhone();
    return {
      members: (await phone.members()).length,
      vanished: (await phone.vanished()).map((one) => one.unsent),
    };
  },
};
export type Field = typeof field;

async function start(): Promise<void> {
  phone = await openPhone();
  Object.assign(window, { field });
}
void start();
