import { Problem } from '#shared/problem.ts';
import { mostOperations, mostPushBytes, type Operation } from '#features/sync/model/operation.ts';
import type { MemberStore } from '../store/member-store.ts';
import type { Exchanging } from './sync.ts';

/**
 * Sends what waits, in its order. An operation on which the server stumbles each time is found by sending ever fewer; when that
 * goes on over several exchanges it is set aside: it stays in the outbox and is tried again at the next exchange, and the
 * others go on (F27). Gives why one was set aside. What the server has no answer to yet (after a restore it may lack what
 * another phone has still to bring back) waits for the next exchange in the same way, and is no failure.
 */
export async function sendAll(given: Exchanging): Promise<Problem | null> {
  const { store } = given;
  const aside = new Set<number>();
  let held: Problem | null = null;
  let most = mostOperations;
  for (;;) {
    const operations = fitting(await store.outbox(most, aside));
    const [first] = operations;
    if (!first) return held;
    try {
      for (const seq of await sendSome(given, operations)) aside.add(seq);
      most = Math.min(mostOperations, most * 2);
    } catch (error) {
      if (!(error instanceof Problem) || !stumblesOn.has(error.code)) throw error;
      most = Math.ceil(operations.length / 2);
      if (operations.length > 1) continue;
      if (stumbledOver(store, first.seq) < stumblesBeforeAside) throw error;
      aside.add(first.seq);
      held = error;
    }
  }
}

/** What the server says when it cannot take in what was sent, whether that is its own fault or that of one operation. */
const stumblesOn: ReadonlySet<string> = new Set(['unexpected', 'input.invalid', 'input.too_large']);
/** A server that is not well for a while must not change the order in which things are told. */
const stumblesBeforeAside = 3;
const stumbles = new WeakMap<MemberStore, Map<number, number>>();

/** How often the server stumbled over this operation since the app was opened, this time included. */
function stumbledOver(store: MemberStore, seq: number): number {
  const ofStore = stumbles.get(store) ?? new Map<number, number>();
  stumbles.set(store, ofStore.set(seq, (ofStore.get(seq) ?? 0) + 1));
  return ofStore.get(seq) ?? 0;
}

/** Sends these, and gives the numbers of those that got no result. */
async function sendSome(
  { server, store, register, appVersion, changed }: Exchanging,
  operations: readonly Operation[],
): Promise<number[]> {
  const { count, oldest } = await store.unsent();
  const answer = await server.push(store.meta.token, {
    epoch: store.meta.epoch,
    appVersion,
    clock: store.clock(),
    unsent: count,
    oldest: oldest?.toISOString() ?? null,
    operations: [...operations],
  });
  const known = new Set(answer.results.map((result) => result.opId));
  await store.takeResults(operations, answer.results);
  await store.learnTime(answer.now);
  register.setOperations(await store.unconfirmed());
  changed();
  return operations.filter((operation) => !known.has(operation.opId)).map((operation) => operation.seq);
}

/** As many of them as one request holds, in their order; one at least. */
function fitting(operations: readonly Operation[]): Operation[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const past = operations.findIndex((operation) => {
    bytes += encoder.encode(JSON.stringify(operation)).length + 1;
    return bytes > mostPushBytes - envelopeBytes;
  });
  return past === -1 ? [...operations] : operations.slice(0, Math.max(past, 1));
}

/** What a push says besides its operations takes less than this. */
const envelopeBytes = 4096;
