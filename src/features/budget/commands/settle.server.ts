import {
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { dayOf } from '#shared/calendar.ts';
import { SettlementInput, SettlementStep } from '../model/inputs.ts';
import { nextSettlementStates, settlementDays } from '../model/settlement.ts';
import { canKeepBudget, canMoveSettlement, canSeeBudget } from '../policy.ts';
import { getSettlement, settledNow, storedLines, type Settlement } from '../queries/settlements.server.ts';
import { holdYearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/** Begins the settlement of a period or of the year; its figures are live until it is submitted. Tells 'budget_settlement.opened'. */
export const openSettlement = defineCommand({
  name: 'budget.open_settlement',
  input: SettlementInput,
  load: async (ctx) => visible(ctx.actor, canSeeBudget),
  allow: (actor) => canKeepBudget(actor),
  run: async (ctx, { id, year, period }) => {
    const standing = await ctx.tx
      .selectFrom('budget_settlements')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .where((on) => on.or([on('id', '=', id), on.and([on('year', '=', year), on('period', '=', period)])]))
      .executeTakeFirst();
    if (standing?.id === id) return { id };
    if (standing)
      throw new Problem('duplicate', { message: words.periodTaken, fields: { period: words.periodTaken } });
    const { from, to } = settlementDays(year, period);
    await ctx.tx
      .insertInto('budget_settlements')
      .values({
        commune_id: ctx.communeId,
        id,
        year,
        period,
        starts_on: from,
        ends_on: to,
        state: 'draft',
        state_on: ctx.today,
        prepared_by: ctx.actor.accountId,
        approved_by: null,
        snapshot: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'budget_settlement.opened',
      hamletId: null,
      subject: 'budget_settlement',
      subjectId: id,
      data: { year, period, after: { state: 'draft' } },
    });
    return { id };
  },
});

/**
 * Submits a settlement when its period is over and nothing of it waits (its figures are kept by value, and no payment of those days is
 * made or voided any more), approves it, or sends it back. Tells 'budget_settlement.moved'.
 */
export const moveSettlement = defineCommand({
  name: 'budget.move_settlement',
  input: SettlementStep,
  load: async (ctx, input) => {
    const { year } = await getSettlement(ctx, input.settlementId);
    await holdYearBook(ctx, year);
    return getSettlement(ctx, input.settlementId);
  },
  allow: (actor, settlement, { to }) => canMoveSettlement(actor, settlement, to),
  run: async (ctx, { to, note }, settlement) => {
    if (settlement.state === to) return;
    if (!nextSettlementStates(settlement.state).includes(to))
      throw new Problem('state.conflict', { message: words.noSuchStep });
    if (to === 'draft' && note === null)
      throw new Problem('input.invalid', { fields: { note: words.noteNeeded } });
    const after = {
      state: to,
      state_on: ctx.today,
      ...(to === 'submitted' ? await submission(ctx, settlement) : {}),
      ...(to === 'approved' ? { approved_by: ctx.actor.accountId } : {}),
      ...(to === 'draft' ? { snapshot: null } : {}),
    };
    await ctx.tx
      .updateTable('budget_settlements')
      .set({ ...after, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', settlement.id)
      .execute();
    await ctx.emit({
      name: 'budget_settlement.moved',
      hamletId: null,
      subject: 'budget_settlement',
      subjectId: settlement.id,
      data: { before: { state: settlement.state }, after: { state: to }, note },
    });
  },
});

async function submission(ctx: WriteContext, { year, period, to }: Settlement) {
  if (ctx.today <= to) throw new Problem('state.conflict', { message: words.notYetOver(to) });
  const waiting = await waitingSpends(ctx, year);
  const ofPeriod = waiting.filter(({ created_at: at }) => dayOf(at) <= to).length;
  if (ofPeriod > 0) throw new Problem('state.conflict', { message: words.stillWaiting(ofPeriod) });
  return {
    prepared_by: ctx.actor.accountId,
    snapshot: storedLines(await settledNow(ctx, year, period)),
  };
}

function waitingSpends(ctx: ReadContext, year: number) {
  return ctx.tx
    .selectFrom('budget_spends as s')
    .innerJoin('budget_lines as l', (join) =>
      join.on('l.commune_id', '=', ctx.communeId).onRef('l.id', '=', 's.line_id'),
    )
    .innerJoin('budget_estimates as e', (join) =>
      join.on('e.commune_id', '=', ctx.communeId).onRef('e.id', '=', 'l.estimate_id'),
    )
    .select('s.created_at')
    .where('s.commune_id', '=', ctx.communeId)
    .where('e.year', '=', year)
    .where('s.state', 'in', ['requested', 'approved'])
    .execute();
}
