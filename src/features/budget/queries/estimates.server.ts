import type { Selectable } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { sumDong, type Dong } from '#shared/dong.ts';
import type { Id } from '#shared/ids.ts';
import type { EstimateState } from '../model/estimate-state.ts';
import type { EstimateKind, NormKind } from '../model/inputs.ts';
import { canSeeBudget } from '../policy.ts';
import type { BudgetLineTable } from '../tables.ts';

/** A line of an estimate as it was written. */
export interface EstimateLine {
  id: Id;
  position: number;
  sourceId: Id;
  source: string;
  hamletId: Id | null;
  hamlet: string | null;
  baseLineId: Id | null;
  name: string;
  normKind: NormKind;
  unit: string;
  quantity: number;
  norm: Dong;
  amount: Dong;
  note: string | null;
}

export interface Estimate {
  id: Id;
  year: number;
  kind: EstimateKind;
  title: string;
  reason: string | null;
  state: EstimateState;
  stateOn: Day;
  preparedBy: Id;
  appraisedBy: Id | null;
  approvedBy: Id | null;
  decision: { number: string; on: Day } | null;
  lines: EstimateLine[];
  total: Dong;
}

/** Estimates and changes of a year, oldest first; for who reads the commune's budget, else `not_found`. */
export async function listEstimates(ctx: ReadContext, year: number): Promise<Estimate[]> {
  visible(ctx.actor, canSeeBudget);
  return estimates(ctx, { year });
}

/** One of them; `not_found` when there is none that the actor may see. */
export async function getEstimate(ctx: ReadContext, id: Id): Promise<Estimate> {
  visible(ctx.actor, canSeeBudget);
  const [estimate] = await estimates(ctx, { id });
  return visible(estimate, () => true);
}

/** The same, its row held until commit: of two who decide at once, the second sees what the first did. */
export async function holdEstimate(ctx: ReadContext, id: Id): Promise<Estimate> {
  visible(ctx.actor, canSeeBudget);
  await ctx.tx
    .selectFrom('budget_estimates')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getEstimate(ctx, id);
}

async function estimates(ctx: ReadContext, which: { year?: number; id?: Id }): Promise<Estimate[]> {
  const rows = await ctx.tx
    .selectFrom('budget_estimates')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .$if(which.year !== undefined, (query) => query.where('year', '=', which.year ?? 0))
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id ?? ''))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const lines = await linesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = lines.get(row.id) ?? [];
    return {
      id: row.id,
      year: row.year,
      kind: row.kind,
      title: row.title,
      reason: row.reason,
      state: row.state,
      stateOn: row.state_on,
      preparedBy: row.prepared_by,
      appraisedBy: row.appraised_by,
      approvedBy: row.approved_by,
      decision:
        row.decision_number !== null && row.decision_on !== null
          ? { number: row.decision_number, on: row.decision_on }
          : null,
      lines: own,
      total: sumDong(own.map(({ amount }) => amount)),
    };
  });
}

async function linesOf(ctx: ReadContext, ids: Id[]): Promise<Map<Id, EstimateLine[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('budget_lines as l')
    .innerJoin('budget_sources as s', (join) =>
      join.on('s.commune_id', '=', ctx.communeId).onRef('s.id', '=', 'l.source_id'),
    )
    .leftJoin('hamlets as h', (join) =>
      join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'l.hamlet_id'),
    )
    .selectAll('l')
    .select(['s.name as source', 'h.name as hamlet'])
    .where('l.commune_id', '=', ctx.communeId)
    .where('l.estimate_id', 'in', ids)
    .orderBy('l.position')
    .orderBy('l.id')
    .execute();
  const byEstimate = Map.groupBy(rows, (row) => row.estimate_id);
  return new Map([...byEstimate].map(([id, own]) => [id, own.map(toLine)]));
}

type Row = Selectable<BudgetLineTable> & { source: string; hamlet: string | null };

const toLine = (row: Row): EstimateLine => ({
  id: row.id,
  position: row.position,
  sourceId: row.source_id,
  source: row.source,
  hamletId: row.hamlet_id,
  hamlet: row.hamlet,
  baseLineId: row.base_line_id,
  name: row.name,
  normKind: row.norm_kind,
  unit: row.unit,
  quantity: row.quantity,
  norm: BigInt(row.norm),
  amount: BigInt(row.amount),
  note: row.note,
});
