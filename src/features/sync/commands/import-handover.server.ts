import { runQuery, writeContext, type Origin, type ReadContext } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { grantsOf, toActor } from '#features/accounts/sessions.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { KnownDevice } from '../devices.server.ts';
import { refusalsThatWait } from '../epoch.server.ts';
import * as words from '../handover-words.ts';
import { openHandover, readHandover, type HandoverFile } from '../model/handover.ts';
import { mostOperations, type Outcome, type PushResult } from '../model/operation.ts';
import { canImportHandover, canOpenHandover } from '../policy.ts';
import { readOperations, takeInAll } from '../push.server.ts';
import { deviceRows, placeOfDevice, type ListedDevice } from '../queries/device-rows.server.ts';

/** More than a phone's outbox of months (byte). */
export const mostHandoverBytes = 2 * 1024 * 1024;

/** What became of a hand-over file (phiếu). */
export interface HandoverResult {
  deviceId: Id;
  ownerName: string;
  total: number;
  /** The server had them already: the phone sent them itself, or the file was taken in before. */
  already: number;
  counts: Record<Outcome['status'], number>;
  /** Operations that were not simply written; whoever may look at them reads the rest in the attention list. */
  toLookAt: Id[];
  /** What was broken and is no operation; it can only be written anew. */
  broken: number;
  /** Refused so soon after a restore that others may still bring what they stand on: the file is to be brought again. */
  waiting: number;
}

/**
 * Takes in what a phone could not send (sync law 12): opens the file with the phone's recovery key and runs its operations as
 * the phone's owner, by the same code as a push, with the same answers when the phone sends them later itself. What the phone
 * last told of itself stays as it is: it did not call. Tells 'handover.imported' by who brought the file. Throws `not_allowed`
 * for who takes in no files at all, `file.too_large`, `file.unreadable`, and `not_found` for a phone that is not the actor's to
 * keep. A file of thousands goes in by hundreds; one that stops half-way is brought again, and so is one with refusals that
 * wait after a restore (`refusalsThatWait`).
 */
export async function importHandover(
  database: Database,
  origin: Origin,
  bytes: Uint8Array,
): Promise<HandoverResult> {
  if (!canOpenHandover(origin.actor)) throw new Problem('not_allowed');
  if (bytes.length > mostHandoverBytes) throw new Problem('file.too_large', { message: words.tooLarge });
  const file = readHandover(new TextDecoder().decode(bytes));
  const { device, row, key } = await runQuery(database, origin, (ctx) => deviceOfFile(ctx, file));
  const { operations: raw, clock } = await openHandover(file, key);
  const operations = readOperations(raw);
  const commune = { commune: origin.actor.communeId };
  const requestId = origin.requestId ?? null;
  const results: PushResult[] = [];
  for (let start = 0; start < operations.length; start += mostOperations) {
    const part = operations.slice(start, start + mostOperations);
    results.push(
      ...(await database.transaction(commune, async (tx) => {
        const ctx = writeContext(tx, {
          actor: device.actor,
          now: origin.now,
          deviceId: device.id,
          requestId,
        });
        const taken = await takeInAll(ctx, device, part, clock, await refusalsThatWait(ctx));
        await tx
          .updateTable('devices')
          .set({ last_seq: taken.lastSeq })
          .where('commune_id', '=', ctx.communeId)
          .where('id', '=', device.id)
          .execute();
        return taken.results;
      })),
    );
  }
  const sound = new Set(operations.flatMap((one) => ('operation' in one ? [one.operation.opId] : [])));
  const result = tally(row, results, { sound, given: operations.length, now: origin.now });
  await database.transaction(commune, (tx) =>
    writeContext(tx, origin).emit({
      name: 'handover.imported',
      hamletId: row.hamlets[0]?.id ?? null,
      subject: 'device',
      subjectId: device.id,
      data: { madeAt: file.madeAt, total: result.total, already: result.already, ...result.counts },
    }),
  );
  return result;
}

/** The phone that a file names, its owner with the rights of this moment, and its key. */
async function deviceOfFile(
  ctx: ReadContext,
  file: HandoverFile,
): Promise<{ device: KnownDevice; row: ListedDevice; key: string }> {
  const [seen] = await deviceRows(ctx, { device: file.deviceId });
  if (!seen || !canImportHandover(ctx.actor, placeOfDevice(seen)))
    throw new Problem('not_found', { message: words.deviceUnknown });
  const { recovery_key: key } = await ctx.tx
    .selectFrom('devices')
    .select('recovery_key')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', seen.id)
    .executeTakeFirstOrThrow();
  if (seen.accountId !== file.accountId) throw new Problem('file.unreadable', { message: words.otherOwner });
  const account = await ctx.tx
    .selectFrom('accounts')
    .select(['id', 'commune_id', 'full_name', 'member_id', 'disabled_at'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', seen.accountId)
    .executeTakeFirstOrThrow();
  const grants = account.disabled_at === null ? await grantsOf(ctx.tx, ctx.communeId, account.id) : [];
  return {
    row: seen,
    key,
    device: {
      id: seen.id,
      actor: toActor(account, grants),
      standing: seen.revokedAt === null ? 'good' : 'device_revoked',
      revokedAt: seen.revokedAt ?? account.disabled_at,
    },
  };
}

/** `sound`: ids of what is an operation at all; `given`: how many things the file holds. */
function tally(
  device: ListedDevice,
  results: readonly PushResult[],
  { sound, given, now }: { sound: ReadonlySet<Id>; given: number; now: Date },
): HandoverResult {
  const counts = { ok: 0, merged: 0, review: 0, rejected: 0 };
  for (const { outcome } of results) counts[outcome.status] += 1;
  const kept = results.filter((one) => sound.has(one.opId));
  return {
    deviceId: device.id,
    ownerName: device.ownerName,
    total: given,
    already: results.filter((one) => one.receivedAt !== now.toISOString()).length,
    counts,
    toLookAt: kept.filter((one) => one.outcome.status !== 'ok').map((one) => one.opId),
    broken: results.length - kept.length,
    waiting: given - results.length,
  };
}
