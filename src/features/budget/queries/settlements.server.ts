import type { Selectable } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { approvedByLine, settle } from '../model/ledger.ts';
import {
  settlementDays,
  type SettledLine,
  type SettlementPeriod,
  type SettlementState,
} from '../model/settlement.ts';
import { canSeeBudget } from '../policy.ts';
import type { BudgetSettlementTable } from '../tables.ts';
import { yearBook } from './year-book.server.ts';

export interface Settlement {
  id: Id;
  year: number;
  period: SettlementPeriod;
  from: Day;
  to: Day;
  state: SettlementState;
  stateOn: Day;
  preparedBy: Id;
  approvedBy: Id | null;
  /** Live while it is a draft, by value since it was submitted. */
  lines: SettledLine[];
}

/** Settlements of a year, by period; for who reads the commune's budget, else `not_found`. */
export async function listSettlements(ctx: ReadContext, year: number): Promise<Settlement[]> {
  visible(ctx.actor, canSeeBudget);
  const rows = await ctx.tx
    .selectFrom('budget_settlements')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .orderBy('ends_on')
    .orderBy('starts_on', 'desc')
    .execute();
  return Promise.all(rows.map((row) => toSettlement(ctx, row)));
}

/** One of them; `not_found` when there is none that the actor may see. */
export async function getSettlement(ctx: ReadContext, id: Id): Promise<Settlement> {
  visible(ctx.actor, canSeeBudget);
  const row = await ctx.tx
    .selectFrom('budget_settlements')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return toSettlement(
    ctx,
    visible(row, () => true),
  );
}

/** What a settlement of these days says now. Asks no permission: who calls it has. */
export async function settledNow(
  ctx: ReadContext,
  year: number,
  period: SettlementPeriod,
): Promise<SettledLine[]> {
  const { sources, lines, spends } = await yearBook(ctx, year);
  const approved = approvedByLine(lines);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return settle(
    lines
      .filter(({ baseLineId }) => baseLineId === null)
      .map(({ id, name, sourceId }) => ({
        id,
        name,
        source: names.get(sourceId) ?? '',
        approved: approved.get(id) ?? 0n,
      })),
    spends,
    settlementDays(year, period),
  );
}

type Stored = Record<keyof SettledLine, string>;

/** Amounts as text: JSON has no exact numbers of that size for every reader. */
export const storedLines = (lines: readonly SettledLine[]): string =>
  JSON.stringify(lines, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

async function toSettlement(ctx: ReadContext, row: Selectable<BudgetSettlementTable>): Promise<Settlement> {
  return {
    id: row.id,
    year: row.year,
    period: row.period,
    from: row.starts_on,
    to: row.ends_on,
    state: row.state,
    stateOn: row.state_on,
    preparedBy: row.prepared_by,
    approvedBy: row.approved_by,
    lines:
      row.state === 'draft' || row.snapshot === null
        ? await settledNow(ctx, row.year, row.period)
        : // Written by moveSettlement only, in this shape.
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion
          (row.snapshot as Stored[]).map((line) => ({
            lineId: line.lineId,
            source: line.source,
            name: line.name,
            approved: BigInt(line.approved),
            before: BigInt(line.before),
            paid: BigInt(line.paid),
            left: BigInt(line.left),
          })),
  };
}
