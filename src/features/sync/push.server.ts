import { sql, type Insertable } from 'kysely';
import { writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { againWhenCollided } from '#platform/db/fault-of-the-moment.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import { placesOf } from './carried-rights.server.ts';
import type { KnownDevice } from './devices.server.ts';
import { epochOf, refusalsThatWait, type Waits } from './epoch.server.ts';
import { doneAt } from './model/moment.ts';
import { Operation, PushRequest, type Outcome, type PushAnswer, type PushResult } from './model/operation.ts';
import { todaysVersions, upcast, versionOf, type Versions } from './model/upcast.ts';
import { withoutSecrets } from './model/without-secrets.ts';
import { refused, runOperation } from './run-operation.server.ts';
import type { OperationFlag, SyncOperationTable } from './tables.ts';
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
  const written: Insertable<SyncOperationTable>[] = [];
  for (const given of operations) {
    if (!('operation' in given)) {
      results.push({ opId: given.opId, receivedAt: ctx.now.toISOString(), outcome: given.outcome });
      continue;
    }
    const { operation } = given;
    const before = known.get(operation.opId);
    if (before) {
      results.push(before);
      continue;
    }
    const { at, isOff } = doneAt(operation, { clock, now: ctx.now });
    const done = await runOperation({ ...ctx, happenedAt: at }, device, operation, places);
    if (waits(at, done.outcome)) continue;
    lastSeq = Math.max(lastSeq, operation.seq);
    const result = { opId: operation.opId, receivedAt: ctx.now.toISOString(), outcome: done.outcome };
    const flags = isOff ? [...done.flags, 'clock_off' as const] : done.flags;
    written.push(rowOf(ctx, device, operation, at, done.outcome, flags));
    known.set(operation.opId, result);
    results.push(result);
  }
  await keepResults(ctx, device.id, written);
  return { results, lastSeq };
}

/** The stored answers to operations that came before. Somebody else's id tells nothing about what it is. */
async function knownResults(
  ctx: WriteContext,
  operations: readonly Operation[],
): Promise<Map<string, PushResult>> {
  if (operations.length === 0) return new Map();
  const ids = operations.map((operation) => operation.opId);
  const rows = await ctx.tx
    .selectFrom('sync_operations')
    .select(['op_id', 'outcome', 'received_at', 'account_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('op_id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [
      row.op_id,
      {
        opId: row.op_id,
        receivedAt: row.received_at.toISOString(),
        outcome:
          row.account_id === ctx.actor.accountId ? row.outcome : refused('duplicate', problemText.duplicate),
      },
    ]),
  );
}

function rowOf(
  ctx: WriteContext,
  device: KnownDevice,
  operation: Operation,
  at: Date,
  outcome: Outcome,
  flags: OperationFlag[],
): Insertable<SyncOperationTable> {
  const kept = outcome.status === 'ok' ? null : operation;
  return {
    commune_id: ctx.communeId,
    op_id: operation.opId,
    device_id: device.id,
    seq: operation.seq,
    account_id: ctx.actor.accountId,
    command: operation.command,
    version: operation.version,
    hamlet_id: operation.scope,
    household_id: operation.household,
    made_at: at,
    device_clock: new Date(operation.clock),
    received_at: ctx.now,
    status: outcome.status,
    outcome: JSON.stringify(outcome),
    input: kept && JSON.stringify(withoutSecrets(kept.input)),
    base: kept?.base ? JSON.stringify(withoutSecrets(kept.base)) : null,
    flags,
  };
}

/**
 * Writes the results down. Two operations with one seq: the phone's store was copied to another phone (F28); both are
 * written, and the hamlet's head sees it.
 */
async function keepResults(
  ctx: WriteContext,
  deviceId: Id,
  rows: Insertable<SyncOperationTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx.insertInto('sync_operations').values(rows).execute();
  await sql`
    update devices set copied_at = coalesce(copied_at, ${ctx.now})
     where commune_id = ${ctx.communeId} and id = ${deviceId}
       and exists (select 1 from sync_operations as o
                    where o.commune_id = ${ctx.communeId} and o.device_id = ${deviceId}
                      and o.seq = any(${rows.map((row) => row.seq)}::int[])
                    group by o.seq having count(*) > 1)`.execute(ctx.tx);
}
