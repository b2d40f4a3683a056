import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Dong } from '#shared/dong.ts';
import type { Id } from '#shared/ids.ts';
import { approvedByLine, balanceOf, sumBalance, type Balance } from '../model/ledger.ts';
import type { SourceKind } from '../model/inputs.ts';
import { canOpenBudget, canSeeBudget, canSeeTeamBudget, canSeeVouchers } from '../policy.ts';
import { yearBook } from './year-book.server.ts';

/** What waits is told by payments, which only some may see: null for everybody else. */
export interface ShownBalance {
  approved: Dong;
  paid: Dong;
  left: Dong;
  waiting: Dong | null;
  free: Dong | null;
}

export interface BudgetLine extends ShownBalance {
  id: Id;
  name: string;
  sourceId: Id;
  source: string;
  hamletId: Id | null;
  hamlet: string | null;
}

export interface BudgetSource extends ShownBalance {
  id: Id;
  year: number;
  kind: SourceKind;
  name: string;
  /** What the source gives. */
  amount: Dong;
  paperNumber: string;
  paperOn: Day;
  note: string | null;
}

export interface BudgetYear {
  year: number;
  sources: BudgetSource[];
  lines: BudgetLine[];
  total: ShownBalance;
}

/**
 * Sources and approved lines of a year with what is left: the commune's for who reads its budget, the own team's lines (and no
 * source) for leader and head of a hamlet. Throws `not_found` for everybody else.
 */
export async function getBudgetYear(ctx: ReadContext, year: number): Promise<BudgetYear> {
  visible(ctx.actor, canOpenBudget);
  const book = await yearBook(ctx, year);
  const seesAll = canSeeBudget(ctx.actor);
  const showsWaiting = canSeeVouchers(ctx.actor);
  const shown = ({ waiting, free, ...rest }: Balance): ShownBalance => ({
    ...rest,
    waiting: showsWaiting ? waiting : null,
    free: showsWaiting ? free : null,
  });
  const approved = approvedByLine(book.lines);
  const hamlets = await hamletNames(ctx);
  const sourceNames = new Map(book.sources.map(({ id, name }) => [id, name]));
  const lines = book.lines
    .filter(({ baseLineId }) => baseLineId === null)
    .filter(({ hamletId }) => seesAll || (hamletId !== null && canSeeTeamBudget(ctx.actor, { hamletId })))
    .map((line) => ({
      line,
      balance: balanceOf(
        approved.get(line.id) ?? 0n,
        book.spends.filter(({ lineId }) => lineId === line.id),
      ),
    }));
  const sources = seesAll ? await sourceRows(ctx, year) : [];
  return {
    year,
    sources: sources.map((row) => ({
      id: row.id,
      year: row.year,
      kind: row.kind,
      name: row.name,
      amount: BigInt(row.amount),
      paperNumber: row.paper_number,
      paperOn: row.paper_on,
      note: row.note,
      ...shown(
        sumBalance(lines.filter(({ line }) => line.sourceId === row.id).map(({ balance }) => balance)),
      ),
    })),
    lines: lines.map(({ line, balance }) => ({
      id: line.id,
      name: line.name,
      sourceId: line.sourceId,
      source: sourceNames.get(line.sourceId) ?? '',
      hamletId: line.hamletId,
      hamlet: line.hamletId === null ? null : (hamlets.get(line.hamletId) ?? null),
      ...shown(balance),
    })),
    total: shown(sumBalance(lines.map(({ balance }) => balance))),
  };
}

/** Years for which something is kept, the newest first; for who may open the budget, else `not_found`. */
export async function budgetYears(ctx: ReadContext): Promise<number[]> {
  visible(ctx.actor, canOpenBudget);
  const years = await ctx.tx
    .selectFrom('budget_sources')
    .select('year')
    .where('commune_id', '=', ctx.communeId)
    .union(ctx.tx.selectFrom('budget_estimates').select('year').where('commune_id', '=', ctx.communeId))
    .execute();
  return years.map(({ year }) => year).sort((one, other) => other - one);
}

/** One source of money; `not_found` for who does not read the commune's budget. */
export async function getSource(ctx: ReadContext, id: Id): Promise<BudgetSource> {
  visible(ctx.actor, canSeeBudget);
  const row = visible(
    await ctx.tx
      .selectFrom('budget_sources')
      .select('year')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst(),
    () => true,
  );
  const { sources } = await getBudgetYear(ctx, row.year);
  return visible(
    sources.find((source) => source.id === id),
    () => true,
  );
}

function sourceRows(ctx: ReadContext, year: number) {
  return ctx.tx
    .selectFrom('budget_sources')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .orderBy('kind')
    .orderBy('name')
    .execute();
}

async function hamletNames(ctx: ReadContext): Promise<Map<Id, string>> {
  const rows = await ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
