import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Dong } from '#shared/dong.ts';
import type { Id } from '#shared/ids.ts';
import type { ApprovedLine, LedgerSpend } from '../model/ledger.ts';
import type { NormKind } from '../model/inputs.ts';

/** An approved line of the year with what people read of it. */
export interface BookLine extends ApprovedLine {
  name: string;
  hamletId: Id | null;
  normKind: NormKind;
  unit: string;
  norm: Dong;
}

/** Everything that balances of a year are worked out from. */
export interface YearBook {
  sources: { id: Id; name: string; amount: Dong }[];
  lines: BookLine[];
  spends: (LedgerSpend & { id: Id })[];
}

/** Rows that bind or spend money, of one year. Asks no permission: who calls it has. */
export async function yearBook(ctx: ReadContext, year: number): Promise<YearBook> {
  const sources = await ctx.tx
    .selectFrom('budget_sources')
    .select(['id', 'name', 'amount'])
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .orderBy('id')
    .execute();
  const lines = await ctx.tx
    .selectFrom('budget_lines as l')
    .innerJoin('budget_estimates as e', (join) =>
      join.on('e.commune_id', '=', ctx.communeId).onRef('e.id', '=', 'l.estimate_id'),
    )
    .selectAll('l')
    .where('l.commune_id', '=', ctx.communeId)
    .where('e.year', '=', year)
    .where('e.state', '=', 'approved')
    .orderBy('e.created_at')
    .orderBy('e.id')
    .orderBy('l.position')
    .orderBy('l.id')
    .execute();
  const spends = await ctx.tx
    .selectFrom('budget_spends as s')
    .innerJoin('budget_lines as l', (join) =>
      join.on('l.commune_id', '=', ctx.communeId).onRef('l.id', '=', 's.line_id'),
    )
    .innerJoin('budget_estimates as e', (join) =>
      join.on('e.commune_id', '=', ctx.communeId).onRef('e.id', '=', 'l.estimate_id'),
    )
    .select(['s.id', 's.line_id', 's.amount', 's.state', 's.paid_on'])
    .where('s.commune_id', '=', ctx.communeId)
    .where('e.year', '=', year)
    .execute();
  return {
    sources: sources.map(({ amount, ...rest }) => ({ ...rest, amount: BigInt(amount) })),
    lines: lines.map((row) => ({
      id: row.id,
      baseLineId: row.base_line_id,
      sourceId: row.source_id,
      hamletId: row.hamlet_id,
      name: row.name,
      normKind: row.norm_kind,
      unit: row.unit,
      norm: BigInt(row.norm),
      amount: BigInt(row.amount),
    })),
    spends: spends.map((row) => ({
      id: row.id,
      lineId: row.line_id,
      amount: BigInt(row.amount),
      state: row.state,
      paidOn: row.paid_on,
    })),
  };
}

/** The same with the year's sources held until commit: of two who bind money at once, the second sees what the first bound. */
export async function holdYearBook(ctx: ReadContext, year: number): Promise<YearBook> {
  await ctx.tx
    .selectFrom('budget_sources')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .orderBy('id')
    .forUpdate()
    .execute();
  return yearBook(ctx, year);
}
