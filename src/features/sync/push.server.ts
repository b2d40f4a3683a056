import type { Selectable } from 'kysely';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { againWhenCollided } from '#platform/db/fault-of-the-moment.server.ts';
import { Problem } from '#shared/problem.ts';
import { placesOf } from './carried-rights.server.ts';
import type { KnownDevice } from './devices.server.ts';
import { epochOf, refusalsThatWait, type Waits } from './epoch.server.ts';
import { fieldCommands } from './field-commands.server.ts';
import { doneAt } from './model/moment.ts';
import { Operation, PushRequest, type Outcome, type PushAnswer, type PushResult } from './model/operation.ts';
import { todaysVersions, upcast, versionOf, type Versions } from './model/upcast.ts';
import { keepResults, knownResults, rowOf } from './results.server.ts';
import {
  prepare,
  refused,
  runOperation,
  runTogether,
  type Done,
  type Ready,
} from './run-operation.server.ts';
import type { SyncOperationTable } from './tables.ts';
import * as words from './words.ts';

interface Push {
  database: Database;
  device: KnownDevice;
  now: Date;
  requestId: string | null;
  versions?: Versions;
}

/**
 * Takes in what a phone sends (law 2): one transaction, one operation after the other, each a savepoint of its own whose
 * result is stored under its id; an id that is known gets the stored result. One bad operation never blocks the others. The
 * answer goes out after commit. Throws `input.invalid` for a request that is no push, `sync.server_older` when the phone is
 * newer than the server (it keeps everything, F21); a fault of the database fails the whole push, which is sent again. What is
 * refused right after a restore has no result yet: the phone keeps it and asks again (`refusalsThatWait`).
 */
export async function push(
  { database, device, now, requestId, versions }: Push,
  rawRequest: unknown,
): Promise<PushAnswer> {
  const request = parseInput(PushRequest, rawRequest);
  const operations = readOperations(request.operations, versions);
  const takeIn = async (tx: Tx): Promise<PushAnswer> => {
    const ctx = writeContext(tx, { actor: device.actor, now, deviceId: device.id, requestId });
    const waits = await refusalsThatWait(ctx);
    const { results, lastSeq } = await takeInAll(ctx, device, operations, request.clock, waits);
    await tx
      .updateTable('devices')
      .set({
        seen_at: now,
        last_seq: lastSeq,
        app_version: request.appVersion,
        unsent: Math.max(0, request.unsent - results.length),
        oldest_unsent_at: request.unsent > results.length && request.oldest ? new Date(request.oldest) : null,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', device.id)
      .execute();
    return { now: now.toISOString(), epoch: await epochOf(ctx), lastSeq, results };
  };
  return againWhenCollided(() => database.transaction({ commune: device.actor.communeId }, takeIn));
}

/** An operation, or the answer to something that is none. */
type Given = { operation: Operation } | { opId: string; outcome: Outcome };

/** What was sent as today's server reads it; throws `sync.server_older` for operations of a newer app (F21). */
export function readOperations(raw: readonly unknown[], versions: Versions = todaysVersions): Given[] {
  // Asked before the shape: that of a newer version is not ours to judge.
  if (raw.some((one) => versionOf(one) > versions.current)) throw new Problem('sync.server_older');
  return raw.map((one) => readOperation(one, versions));
}

/** What is no operation is parked on the phone and shown; the others go on (F27). */
function readOperation(raw: unknown, versions: Versions): Given {
  const read = Operation.safeParse(raw);
  if (read.success) return { operation: upcast(read.data, versions) };
  const opId = typeof raw === 'object' && raw !== null && 'opId' in raw ? String(raw.opId).slice(0, 60) : '';
  return { opId, outcome: refused('input.invalid', words.shapeWrong) };
}

/**
 * Takes in operations of one phone, from a push or a hand-over file, one after the other; `clock` is the phone's as they left
 * it. Keeps their results, and gives the phone's highest number for the caller to keep.
 */
export async function takeInAll(
  ctx: WriteContext,
  device: KnownDevice,
  operations: readonly Given[],
  clock: string,
  waits: Waits = () => false,
): Promise<Pick<PushAnswer, 'results' | 'lastSeq'>> {
  // One push of a phone at a time: a second one, sent because the first seemed lost, waits and finds the results.
  const row = await ctx.tx
    .selectFrom('devices')
    .select('last_seq')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', device.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const told = operations.flatMap((given) => ('operation' in given ? [given.operation] : []));
  const known = await knownResults(ctx, told);
  const places = await placesOf(ctx, told);
  let lastSeq = row.last_seq;
  const results: PushResult[] = [];
  const written: Selectable<SyncOperationTable>[] = [];
  const answer = (operation: Operation, at: Date, isOff: boolean, done: Done): void => {
    if (waits(at, done.outcome)) return;
    lastSeq = Math.max(lastSeq, operation.seq);
    const result = { opId: operation.opId, receivedAt: ctx.now.toISOString(), outcome: done.outcome };
    const flags = isOff ? [...done.flags, 'clock_off' as const] : done.flags;
    written.push(rowOf(ctx, device, operation, at, done.outcome, flags));
    known.set(operation.opId, result);
    results.push(result);
  };
  for (const part of alike(operations)) {
    const ready = new Map<Given, { tried: Ready | Done; at: Date; isOff: boolean }>();
    const isFresh = new Set(known.keys());
    for (const given of part) {
      if (!('operation' in given) || isFresh.has(given.operation.opId)) continue;
      isFresh.add(given.operation.opId);
      const { at, isOff } = doneAt(given.operation, { clock, now: ctx.now });
      const tried = await prepare({ ...ctx, happenedAt: at }, device, given.operation, places);
      ready.set(given, { tried, at, isOff });
    }
    const done = await runTogether(
      [...ready.values()].flatMap(({ tried }) => ('ctx' in tried ? [tried] : [])),
    );
    for (const given of part) {
      if (!('operation' in given)) {
        results.push({ opId: given.opId, receivedAt: ctx.now.toISOString(), outcome: given.outcome });
        continue;
      }
      const before = known.get(given.operation.opId);
      if (before) {
        results.push(before);
        continue;
      }
      const one = ready.get(given);
      if (!one) continue;
      const { tried, at, isOff } = one;
      const became = !('ctx' in tried)
        ? tried
        : done.has(tried)
          ? { outcome: { status: 'ok' as const }, flags: tried.flags }
          : await runOperation(tried);
      answer(given.operation, at, isOff, became);
    }
  }
  await keepResults(ctx, device.id, written);
  return { results, lastSeq };
}

/** Operations that stand together and can be done together, in their order; every other one by itself. */
function alike(operations: readonly Given[]): Given[][] {
  const parts: Given[][] = [];
  let last: string | null = null;
  for (const given of operations) {
    const command = 'operation' in given ? given.operation.command : null;
    const goesWithLast = command !== null && command === last && fieldCommands.get(command)?.together;
    if (goesWithLast) parts.at(-1)?.push(given);
    else parts.push([given]);
    last = command;
  }
  return parts;
}
