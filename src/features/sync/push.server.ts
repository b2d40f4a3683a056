import { sql } from 'kysely';
import { callCommand, writeContext, type WriteContext } from '#platform/commands/command.server.ts';
import { inSavepoint } from '#platform/commands/events.server.ts';
import type { StaleField } from '#platform/commands/field-command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import { carriedRights } from './carried-rights.server.ts';
import type { KnownDevice } from './devices.server.ts';
import { epochOf } from './epoch.server.ts';
import { fieldCommands } from './field-commands.server.ts';
import { doneAt } from './model/moment.ts';
import {
  Operation,
  operationVersion,
  PushRequest,
  type Outcome,
  type Overruled,
  type PushAnswer,
  type PushResult,
} from './model/operation.ts';
import { upcast } from './model/upcast.ts';
import { keepForReview } from './reviews.server.ts';
import type { OperationFlag } from './tables.ts';
import { whoRemoved } from './who-removed.server.ts';
import * as words from './words.ts';

interface Push {
  database: Database;
  device: KnownDevice;
  now: Date;
  requestId: string | null;
}

/**
 * Takes in what a phone sends (law 2): one transaction, one operation after the other, each a savepoint of its own whose
 * result is stored under its id; an id that is known gets the stored result. One bad operation never blocks the others. The
 * answer goes out after commit. Throws `input.invalid` for a request that is no push, `sync.server_older` when the phone is
 * newer than the server (it keeps everything, F21); a fault of the database fails the whole push, which is sent again.
 */
export async function push(
  { database, device, now, requestId }: Push,
  rawRequest: unknown,
): Promise<PushAnswer> {
  const request = parseInput(PushRequest, rawRequest);
  const operations = request.operations.map(readOperation);
  if (operations.some((one) => 'operation' in one && one.operation.version > operationVersion))
    throw new Problem('sync.server_older');
  return database.transaction({ commune: device.actor.communeId }, async (tx) => {
    const ctx = writeContext(tx, { actor: device.actor, now, deviceId: device.id, requestId });
    // One push of a phone at a time: a second one, sent because the first seemed lost, waits and finds the results.
    const row = await tx
      .selectFrom('devices')
      .select('last_seq')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', device.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const results: PushResult[] = [];
    let lastSeq = row.last_seq;
    for (const given of operations) {
      if (!('operation' in given)) {
        results.push({ opId: given.opId, receivedAt: now.toISOString(), outcome: given.outcome });
        continue;
      }
      results.push(await takeIn(ctx, device, given.operation, request.clock));
      lastSeq = Math.max(lastSeq, given.operation.seq);
    }
    await tx
      .updateTable('devices')
      .set({
        seen_at: now,
        last_seq: lastSeq,
        app_version: request.appVersion,
        unsent: Math.max(0, request.unsent - operations.length),
        oldest_unsent_at:
          request.unsent > operations.length && request.oldest ? new Date(request.oldest) : null,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', device.id)
      .execute();
    return { now: now.toISOString(), epoch: await epochOf(ctx), lastSeq, results };
  });
}

/** An operation, or what to answer to something that is none: it is parked on the phone and shown, the others go on (F27). */
function readOperation(raw: unknown): { operation: Operation } | { opId: string; outcome: Outcome } {
  const read = Operation.safeParse(raw);
  if (read.success) return { operation: upcast(read.data) };
  const opId = typeof raw === 'object' && raw !== null && 'opId' in raw ? String(raw.opId).slice(0, 60) : '';
  return { opId, outcome: refused('input.invalid', words.shapeWrong) };
}

const refused = (code: Problem['code'], text: string, fields: Problem['fields'] = {}): Outcome => ({
  status: 'rejected',
  code,
  text,
  fields,
});

interface Done {
  outcome: Outcome;
  flags: OperationFlag[];
}

async function takeIn(
  ctx: WriteContext,
  device: KnownDevice,
  operation: Operation,
  sentClock: string,
): Promise<PushResult> {
  const known = await ctx.tx
    .selectFrom('sync_operations')
    .select(['outcome', 'received_at', 'device_id', 'account_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('op_id', '=', operation.opId)
    .executeTakeFirst();
  if (known) {
    // Somebody else's id tells nothing about what it is.
    const outcome =
      known.account_id === ctx.actor.accountId ? known.outcome : refused('duplicate', problemText.duplicate);
    return { opId: operation.opId, receivedAt: known.received_at.toISOString(), outcome };
  }
  const { at, isOff } = doneAt(operation, { clock: sentClock, now: ctx.now });
  const done = await run({ ...ctx, happenedAt: at }, device, operation);
  const kept = done.outcome.status === 'ok' ? null : operation;
  await ctx.tx
    .insertInto('sync_operations')
    .values({
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
      status: done.outcome.status,
      outcome: JSON.stringify(done.outcome),
      input: kept && JSON.stringify(kept.input),
      base: kept && JSON.stringify(kept.base),
      flags: [...done.flags, ...(isOff ? ['clock_off' as const] : [])],
    })
    .execute();
  await noticeCopy(ctx, device.id, operation);
  return { opId: operation.opId, receivedAt: ctx.now.toISOString(), outcome: done.outcome };
}

async function run(given: WriteContext, device: KnownDevice, operation: Operation): Promise<Done> {
  const flags: OperationFlag[] = [];
  if (device.revokedAt !== null) {
    if (given.happenedAt > device.revokedAt)
      return { outcome: refused('device.revoked', words.madeAfterRevocation), flags };
    flags.push('after_revocation');
  }
  const field = fieldCommands.get(operation.command);
  if (!field) return { outcome: refused('input.invalid', words.commandUnknown), flags };
  const rights = await carriedRights(given, operation, field);
  flags.push(...rights.flags);
  const ctx = writeContext(given.tx, {
    actor: rights.actor,
    now: given.now,
    happenedAt: given.happenedAt,
    deviceId: given.deviceId,
    requestId: given.requestId,
  });
  try {
    const outcome = await inSavepoint(ctx.tx, async (): Promise<Outcome> => {
      if (!field.settle) {
        await callCommand(ctx, field.command, operation.input);
        return { status: 'ok' };
      }
      const settled = await field.settle(ctx, {
        input: operation.input,
        base: operation.base ?? {},
        at: ctx.happenedAt,
      });
      if (settled.input) await callCommand(ctx, field.command, settled.input);
      // What nothing is left of was still asked for by somebody who may: the command's own question, without its effect.
      else if (
        !field.command.allow(
          ctx.actor,
          await field.command.load(ctx, parseInput(field.command.input, operation.input)),
          operation.input,
        )
      )
        throw new Problem('not_allowed');
      if (settled.review.length > 0 && settled.subject) {
        await keepForReview(ctx, operation, settled.subject, settled.review);
        return { status: 'review', overruled: [...settled.review, ...settled.overruled].map(tell) };
      }
      return settled.overruled.length > 0
        ? { status: 'merged', overruled: settled.overruled.map(tell) }
        : { status: 'ok' };
    });
    return { outcome, flags };
  } catch (error) {
    if (error instanceof Problem) {
      const removed = await whoRemoved(ctx, operation, error);
      const text = removed ?? (error.hasMessage ? error.message : problemText[error.code]);
      return { outcome: refused(error.code, text, error.fields), flags };
    }
    if (isOfTheRow(error)) return { outcome: refused('duplicate', problemText.duplicate), flags };
    throw error;
  }
}

/** A row that the database refuses (it is there already, or names what is not): the operation's fault, not the moment's. */
function isOfTheRow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^2[23]/.test(String(error.code));
}

const tell = (stale: StaleField): Overruled => ({
  field: stale.field,
  told: stale.told,
  stands: stale.stands,
  by: stale.by,
  at: stale.at?.toISOString() ?? null,
});

/** Two operations with one seq: the phone's store was copied to another phone (F28). Both are written; the hamlet's head sees it. */
async function noticeCopy(ctx: WriteContext, deviceId: Id, operation: Operation): Promise<void> {
  await sql`
    update devices set copied_at = coalesce(copied_at, ${ctx.now})
     where commune_id = ${ctx.communeId} and id = ${deviceId}
       and exists (select 1 from sync_operations as o
                    where o.commune_id = ${ctx.communeId} and o.device_id = ${deviceId}
                      and o.seq = ${operation.seq} and o.op_id <> ${operation.opId})`.execute(ctx.tx);
}
