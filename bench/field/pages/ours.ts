import { dayOf } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import { Register } from '../../../src/field/register/register.ts';
import { workAhead } from '../../../src/field/session/work-ahead.ts';
import { MemberStore } from '../../../src/field/store/member-store.ts';
import type { NewOperation } from '../../../src/field/store/own-work.ts';
import { openServer } from '../../../src/field/sync/server.ts';
import { keepSchedule } from '../../../src/field/sync/schedule.ts';
import { exchange } from '../../../src/field/sync/sync.ts';
import { newDataKey } from '../../../src/field/vault/data-key.ts';
import { Vault } from '../../../src/field/vault/vault.ts';

/*
 * The phone's real store, register and exchange without the screens, driven by bench/field. Times are milliseconds as the page
 * itself sees them.
 */

let store: MemberStore;
let register: Register;

/** A signed-in phone with nothing on it. */
async function begin(token: string): Promise<void> {
  const owner = { storeId: newId(new Date()), deviceId: '', accountId: '', displayName: '' };
  store = await MemberStore.open(new Vault(owner, await newDataKey()), { token });
  register = new Register(dayOf(store.now()));
}

/** Takes everything from the disk into memory, and begins to work ahead, as a start does after the PIN. */
async function reopen(): Promise<number> {
  const began = performance.now();
  register = new Register(dayOf(store.now()));
  register.setBook(store.meta.book?.book ?? null, dayOf(store.now()));
  for (const [scope, list] of Object.entries(store.meta.lists)) register.setList(scope, list);
  register.take(await store.homes(), []);
  register.setOperations(await store.unconfirmed());
  workAhead(register, store, () => false);
  return performance.now() - began;
}

/** One exchange: when the first results were stored, when the list could be used, when all was there. */
async function meet(): Promise<{ sent: number | null; list: number | null; all: number }> {
  const waiting = (await store.unsent()).count;
  const told = { sent: null as number | null, list: null as number | null };
  const began = performance.now();
  const end = await exchange({
    server: openServer(),
    store,
    register,
    appVersion: 'bench',
    changed: () => {
      if (waiting > 0) told.sent ??= performance.now() - began;
      if (told.list === null && register.list(null).length > 0) told.list = performance.now() - began;
    },
  });
  const all = performance.now() - began;
  if (end.end !== 'done') throw new Error(end.end === 'failed' ? end.problem.code : end.end);
  if ((await store.unsent()).count > 0 || (await store.receipts(1, true)).length > 0)
    throw new Error('not everything was taken as told');
  return { ...told, all };
}

const held = () => {
  const homes = [...register.homes()];
  return {
    households: homes.length,
    people: homes.reduce((sum, home) => sum + home.people.length, 0),
    visits: homes.reduce((sum, home) => sum + home.visits.length, 0),
  };
};

const pick = <Value>(values: readonly Value[], at: number): Value => {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick');
  return value;
};

const needs = ['Muốn cài VNeID', 'Sợ bị lừa qua điện thoại', 'Cần nộp hồ sơ cho con', null];
const steps = ['Hẹn lại khi con về', 'Mang theo căn cước để mở tài khoản', null, null];

/** A visit as the form writes it: who was met, what was shown and learned; one household after the other. */
function visitOf(number: number): NewOperation {
  const { book } = register;
  const homes = [...register.homes()].filter((home) => home.state === 'living');
  const home = pick(homes, number * 7);
  const adults = register.adults(home, 14);
  const codes = (kind: string) =>
    (book?.catalogue ?? []).filter((item) => item.kind === kind && !item.retired).map((item) => item.code);
  const [person] = adults;
  return {
    command: 'visit.record',
    scope: home.hamletId,
    household: home.id,
    base: null,
    input: {
      id: store.newId(),
      householdId: home.id,
      visitedAt: store.now().toISOString(),
      form: 'home_visit',
      ...(person
        ? {
            met: 'someone',
            metResidents: adults.slice(0, 1 + (number % 2)).map((one) => one.id),
            need: pick(needs, number),
            topics: [pick(codes('topic'), number)],
            guidances: [
              {
                residentId: person.id,
                platform: pick(codes('platform'), number),
                outcome: pick(['installed', 'activated', 'practised'], number),
              },
            ],
            records: [
              {
                residentId: person.id,
                source: 'declared',
                bank_account: pick(['yes', 'no'], number),
                e_payment: 'sometimes',
              },
            ],
            nextStep: pick(steps, number),
            minutes: 15 + (number % 30),
          }
        : { met: 'nobody' }),
    },
  };
}

/** Writes visits down, each on the disk before the next. */
async function write(visits: number): Promise<void> {
  for (let number = 0; number < visits; number += 1) register.add(await store.record(visitOf(number)));
}

/** How long the slowest question took (ms), of each kind. */
interface Asked {
  figure: number;
  left: number;
  search: number;
}

const isCounted = (target: TargetDefinition) => target.subject !== 'group';

/** Every target's figure and list of who is left, and a search letter by letter. */
function ask(): Asked {
  const slowest: Asked = { figure: 0, left: 0, search: 0 };
  const timed = (what: keyof Asked, work: () => unknown) => {
    const began = performance.now();
    work();
    slowest[what] = Math.max(slowest[what], performance.now() - began);
  };
  const scope = register.book?.hamlets[0]?.id ?? '';
  for (const target of (register.book?.targets ?? []).filter(isCounted)) {
    timed('figure', () => register.figure(target, scope));
    timed('left', () => register.whoIsLeft(target, scope));
  }
  const words = 'nguyen thi hue';
  for (let length = 1; length <= words.length; length += 1)
    timed('search', () => register.list(scope, words.slice(0, length)));
  return slowest;
}

/** The same after one more visit was written down, which is when everything is asked anew. */
async function askAfterVisit(): Promise<Asked> {
  const operation = await store.record(visitOf(Math.floor(Math.random() * 10_000)));
  register.add(operation);
  return ask();
}

/** One exchange, and the longest that it kept the page from answering a finger (ms). */
async function meetInBackground(): Promise<{ longest: number; tasks: number; all: number }> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)),
  );
  observer.observe({ type: 'longtask' });
  const { all } = await meet();
  await new Promise((done) => setTimeout(done, 100));
  observer.disconnect();
  return { longest: Math.max(0, ...tasks), tasks: tasks.length, all };
}

/** Lets the app's own schedule decide when to ask. */
const keepAsking = () =>
  void keepSchedule(async () => {
    await meet();
    return true;
  });

/** All that a first sync brings, for the other ways of storing it. */
const everything = () => [...register.homes()];

/** The push that would go out now, as JSON. */
async function pushBody(): Promise<string> {
  return JSON.stringify({ operations: await store.outbox() });
}

const bench = {
  begin,
  reopen,
  meet,
  held,
  write,
  ask,
  askAfterVisit,
  meetInBackground,
  keepAsking,
  everything,
  pushBody,
};
export type OursBench = typeof bench;
Object.assign(globalThis, { bench });
