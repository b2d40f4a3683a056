import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { getEstimate } from './estimates.server.ts';
import { getSettlement } from './settlements.server.ts';
import { getSpend } from './spends.server.ts';

/** One line of the story of an estimate, a payment or a settlement. */
export interface BudgetEvent {
  on: Date;
  actorName: string | null;
  name: string;
  to: string | null;
  note: string | null;
}

/** What happened to an estimate, oldest first; `not_found` when the actor may not see it. */
export async function listEstimateEvents(ctx: ReadContext, id: Id): Promise<BudgetEvent[]> {
  return eventsOf(ctx, (await getEstimate(ctx, id)).id);
}

/** What happened to a payment. */
export async function listSpendEvents(ctx: ReadContext, id: Id): Promise<BudgetEvent[]> {
  return eventsOf(ctx, (await getSpend(ctx, id)).id);
}

/** What happened to a settlement. */
export async function listSettlementEvents(ctx: ReadContext, id: Id): Promise<BudgetEvent[]> {
  return eventsOf(ctx, (await getSettlement(ctx, id)).id);
}

async function eventsOf(ctx: ReadContext, subjectId: Id): Promise<BudgetEvent[]> {
  const rows = await ctx.tx
    .selectFrom('events as e')
    .leftJoin('accounts as a', (join) =>
      join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'e.actor_id'),
    )
    .select([
      'e.name',
      'e.recorded_at',
      'a.full_name',
      sql<string | null>`e.data #>> '{after,state}'`.as('to'),
      sql<string | null>`e.data ->> 'note'`.as('note'),
    ])
    .where('e.commune_id', '=', ctx.communeId)
    .where('e.subject_id', '=', subjectId)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
  return rows.map((row) => ({
    on: row.recorded_at,
    actorName: row.full_name,
    name: row.name,
    to: row.to,
    note: row.note,
  }));
}
