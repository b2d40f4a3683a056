import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { isId, type Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import type { Outcome } from '../model/operation.ts';
import { titleOf, toldLines, type ToldLine } from '../model/told.ts';
import { canReview, canReviewAll, hamletsKept } from '../policy.ts';
import type { OperationFlag } from '../tables.ts';
import { homesNamed, type NamedHome } from './homes-named.server.ts';

/** Something that a phone told and that was not simply written. */
export interface AttentionItem {
  opId: Id;
  deviceId: Id;
  tellerName: string;
  hamletName: string | null;
  /** "Ghi lần gặp" */
  title: string;
  /** The household that it is about; null when there is none, or it is not the reader's. */
  home: NamedHome | null;
  madeAt: Date;
  receivedAt: Date;
  /** 'ok': written, and unusual by its flags. */
  status: Outcome['status'];
  flags: OperationFlag[];
  /** What was told; empty when it was written as it was. */
  told: ToldLine[];
  outcome: Outcome;
  /** Somebody still has to choose between the phone's word and the register's. */
  isWaiting: boolean;
  /** False when it is about a household of a hamlet that the reader does not see: then nothing of its content is told. */
  isTold: boolean;
}

export interface AttentionFilter {
  /** Null: every hamlet that the actor keeps. */
  hamletId: Id | null;
  deviceId?: Id;
  opIds?: readonly Id[];
}

const perPage = 30;
const keyShape = /^(\d{10,14})_([0-9a-f-]{36})$/;

interface Row {
  op_id: Id;
  device_id: Id;
  teller_name: string;
  hamlet_name: string | null;
  command: string;
  household_id: Id | null;
  made_at: Date;
  received_at: Date;
  status: Outcome['status'];
  flags: OperationFlag[];
  outcome: Outcome;
  input: Record<string, unknown> | null;
  is_waiting: boolean;
}

/**
 * What phones told in the hamlets that the actor keeps and that somebody should look at, newest first: merged, to be reviewed,
 * rejected, or written but unusual. Work for a household that has moved is shown to its new hamlet too (sync law 5). `next` is
 * the cursor of the following page. Throws `not_found` for a hamlet that the actor does not keep.
 */
export async function listAttention(
  ctx: ReadContext,
  filter: AttentionFilter,
  cursor: string | null = null,
): Promise<{ items: AttentionItem[]; next: string | null }> {
  const { hamletId, deviceId, opIds } = filter;
  if (hamletId !== null) {
    if (!canReview(ctx.actor, hamletId)) throw notFound();
    found(await findHamlet(ctx, hamletId));
  }
  const hamlets = hamletId === null ? hamletsKept(ctx.actor) : [hamletId];
  const everywhere = hamletId === null && canReviewAll(ctx.actor);
  const [, moment = '', lastId = ''] = keyShape.exec(cursor ?? '') ?? [];
  const after = isId(lastId) ? { at: new Date(Number(moment)), id: lastId } : null;
  const { rows } = await sql<Row>`
    select o.op_id, o.device_id, a.full_name as teller_name, h.name as hamlet_name, o.command, o.household_id, o.made_at,
           o.received_at, o.status, o.flags, o.outcome, o.input,
           exists (select 1 from sync_reviews as v where v.commune_id = ${ctx.communeId} and v.op_id = o.op_id
                    and v.decided_at is null and o.status = 'review') as is_waiting
      from sync_operations as o
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = o.account_id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = o.hamlet_id
     where o.commune_id = ${ctx.communeId} and (o.status <> 'ok' or o.flags <> '{}')
       and (${everywhere} or o.hamlet_id = any(${hamlets}::uuid[]) or ('household_moved' = any(o.flags) and exists (
             select 1 from households as m
              where m.commune_id = ${ctx.communeId} and m.id = o.household_id and m.hamlet_id = any(${hamlets}::uuid[]))))
       ${deviceId === undefined ? sql`` : sql`and o.device_id = ${deviceId}`}
       ${opIds === undefined ? sql`` : sql`and o.op_id = any(${opIds}::uuid[])`}
       ${after === null ? sql`` : sql`and (o.received_at, o.op_id) < (${after.at}, ${after.id}::uuid)`}
     order by o.received_at desc, o.op_id desc
     limit ${perPage + 1}`.execute(ctx.tx);
  const shown = rows.slice(0, perPage);
  const homes = await homesNamed(ctx, shown);
  const last = shown.at(-1);
  return {
    items: shown.map((row, index) => itemOf(ctx, row, homes[index] ?? [])),
    next: rows.length > perPage && last ? `${last.received_at.getTime()}_${last.op_id}` : null,
  };
}

function itemOf(ctx: ReadContext, row: Row, homes: readonly NamedHome[]): AttentionItem {
  const isTold = homes.every((home) => canSeeHousehold(ctx.actor, home));
  return {
    opId: row.op_id,
    deviceId: row.device_id,
    tellerName: row.teller_name,
    hamletName: row.hamlet_name,
    title: titleOf(row.command),
    home: isTold ? (homes[0] ?? null) : null,
    madeAt: row.made_at,
    receivedAt: row.received_at,
    status: row.status,
    flags: row.flags,
    told: isTold && row.input !== null ? toldLines(row.input) : [],
    isWaiting: row.is_waiting,
    outcome: isTold ? row.outcome : withoutContent(row.outcome),
    isTold,
  };
}

const withoutContent = (outcome: Outcome): Outcome =>
  outcome.status === 'merged' || outcome.status === 'review' ? { ...outcome, overruled: [] } : outcome;
