import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Dong } from '#shared/dong.ts';
import type { Id } from '#shared/ids.ts';
import type { SpendState } from '../model/spend-state.ts';
import { canSeeVouchers } from '../policy.ts';

/** A payment with its voucher: for the Economic office and the commune's leader. */
export interface Spend {
  id: Id;
  year: number;
  lineId: Id;
  line: string;
  source: string;
  hamlet: string | null;
  amount: Dong;
  purpose: string;
  payee: string;
  voucherNumber: string | null;
  voucherOn: Day | null;
  state: SpendState;
  stateOn: Day;
  requestedBy: Id;
  requestedAt: Date;
  approvedBy: Id | null;
  paidBy: Id | null;
  paidOn: Day | null;
  /** How many files of its voucher are kept. */
  files: number;
}

export const spendsPerPage = 50;

export interface SpendFilter {
  year: number;
  state?: SpendState | null;
  lineId?: Id | null;
  /** The last of the page before. */
  before?: Id | null;
  /** Null: all of them, for a file. */
  limit?: number | null;
}

/** Payments of a year, newest first; one more than a page tells that there are more. `not_found` for who may see none. */
export async function listSpends(ctx: ReadContext, filter: SpendFilter): Promise<Spend[]> {
  visible(ctx.actor, canSeeVouchers);
  const { year, state = null, lineId = null, before = null, limit = spendsPerPage + 1 } = filter;
  const rows = await spendRows(ctx)
    .where('e.year', '=', year)
    .$if(state !== null, (query) => query.where('s.state', '=', state ?? 'paid'))
    .$if(lineId !== null, (query) => query.where('s.line_id', '=', lineId ?? ''))
    .$if(before !== null, (query) => query.where('s.id', '<', before ?? ''))
    .orderBy('s.id', 'desc')
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map(toSpend);
}

/** One payment; `not_found` when there is none that the actor may see. */
export async function getSpend(ctx: ReadContext, id: Id): Promise<Spend> {
  visible(ctx.actor, canSeeVouchers);
  const row = await spendRows(ctx).where('s.id', '=', id).executeTakeFirst();
  return visible(row && toSpend(row), () => true);
}

/** The files of a payment's voucher, without their bytes; `not_found` for who may not see it. */
export async function listVouchers(
  ctx: ReadContext,
  spendId: Id,
): Promise<{ id: Id; name: string; uploadedAt: Date; uploadedBy: Id }[]> {
  const { id } = await getSpend(ctx, spendId);
  const rows = await ctx.tx
    .selectFrom('budget_vouchers')
    .select(['id', 'name', 'uploaded_at', 'uploaded_by'])
    .where('commune_id', '=', ctx.communeId)
    .where('spend_id', '=', id)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
  }));
}

/** One file with its bytes. */
export async function getVoucher(
  ctx: ReadContext,
  id: Id,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  visible(ctx.actor, canSeeVouchers);
  const row = visible(
    await ctx.tx
      .selectFrom('budget_vouchers')
      .select(['name', 'media_type', 'bytes'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst(),
    () => true,
  );
  return { name: row.name, mediaType: row.media_type, bytes: row.bytes };
}

function spendRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('budget_spends as s')
    .innerJoin('budget_lines as l', (join) =>
      join.on('l.commune_id', '=', ctx.communeId).onRef('l.id', '=', 's.line_id'),
    )
    .innerJoin('budget_estimates as e', (join) =>
      join.on('e.commune_id', '=', ctx.communeId).onRef('e.id', '=', 'l.estimate_id'),
    )
    .innerJoin('budget_sources as o', (join) =>
      join.on('o.commune_id', '=', ctx.communeId).onRef('o.id', '=', 'l.source_id'),
    )
    .leftJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'l.hamlet_id'),
    )
    .selectAll('s')
    .select((on) => [
      'e.year',
      'l.name as line',
      'o.name as source',
      'h.name as hamlet',
      on
        .selectFrom('budget_vouchers as v')
        .select(on.fn.countAll<number>().as('count'))
        .where('v.commune_id', '=', ctx.communeId)
        .whereRef('v.spend_id', '=', 's.id')
        .as('files'),
    ])
    .where('s.commune_id', '=', ctx.communeId);
}

type Row = Awaited<ReturnType<ReturnType<typeof spendRows>['execute']>>[number];

const toSpend = (row: Row): Spend => ({
  id: row.id,
  year: row.year,
  lineId: row.line_id,
  line: row.line,
  source: row.source,
  hamlet: row.hamlet,
  amount: BigInt(row.amount),
  purpose: row.purpose,
  payee: row.payee,
  voucherNumber: row.voucher_number,
  voucherOn: row.voucher_on,
  state: row.state,
  stateOn: row.state_on,
  requestedBy: row.requested_by,
  requestedAt: row.created_at,
  approvedBy: row.approved_by,
  paidBy: row.paid_by,
  paidOn: row.paid_on,
  files: row.files ?? 0,
});
