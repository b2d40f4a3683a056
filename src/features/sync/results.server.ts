import { sql, type Selectable } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { rowsAsTable } from '#platform/db/insert-rows.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import type { Id } from '#shared/ids.ts';
import { problemText } from '#shared/words.ts';
import type { KnownDevice } from './devices.server.ts';
import type { Operation, Outcome, PushResult } from './model/operation.ts';
import { withoutSecrets } from './model/without-secrets.ts';
import { refused } from './run-operation.server.ts';
import type { OperationFlag, SyncOperationTable } from './tables.ts';

/** The stored answers to operations that came before. Somebody else's id tells nothing about what it is. */
export async function knownResults(
  ctx: WriteContext,
  operations: readonly Operation[],
): Promise<Map<string, PushResult>> {
  if (operations.length === 0) return new Map();
  const ids = operations.map((operation) => operation.opId);
  const rows = await ctx.tx
    .selectFrom('sync_operations')
    .select(['op_id', 'outcome', 'received_at', 'account_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('op_id', '=', sql<Id>`any(${ids}::uuid[])`)
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

/** An operation with its result, as it is kept. */
export function rowOf(
  ctx: WriteContext,
  device: KnownDevice,
  operation: Operation,
  at: Date,
  outcome: Outcome,
  flags: OperationFlag[],
): Selectable<SyncOperationTable> {
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
    outcome,
    input: kept && withoutSecrets(kept.input),
    base: kept?.base ? withoutSecrets(kept.base) : null,
    flags,
  };
}

/**
 * Writes the results down. Two operations with one seq: the phone's store was copied to another phone (F28); both are
 * written, and the hamlet's head sees it.
 */
export async function keepResults(
  ctx: WriteContext,
  deviceId: Id,
  rows: Selectable<SyncOperationTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`${prepared} insert into sync_operations select * from ${rowsAsTable('sync_operations', rows)}`.execute(
    ctx.tx,
  );
  await sql`
    update devices set copied_at = coalesce(copied_at, ${ctx.now})
     where commune_id = ${ctx.communeId} and id = ${deviceId}
       and exists (select 1 from sync_operations as o
                    where o.commune_id = ${ctx.communeId} and o.device_id = ${deviceId}
                      and o.seq = any(${rows.map((row) => row.seq)}::int[])
                    group by o.seq having count(*) > 1)`.execute(ctx.tx);
}
