import { defineCommand, visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { SpendInput } from '../model/inputs.ts';
import { approvedByLine, balanceOf } from '../model/ledger.ts';
import { canKeepBudget, canSeeVouchers } from '../policy.ts';
import { holdYearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/**
 * Asks for a payment from an approved line. Its amount is bound from then on; more than the line has free is refused, and needs an
 * approved change of the estimate first. The same id again writes nothing. Tells 'budget_spend.requested', without what a voucher says.
 */
export const requestSpend = defineCommand({
  name: 'budget.request_spend',
  input: SpendInput,
  load: async (ctx, input) => {
    visible(ctx.actor, canSeeVouchers);
    return visible(await approvedLine(ctx, input.lineId), () => true);
  },
  allow: (actor) => canKeepBudget(actor),
  run: async (ctx, input, line) => {
    const { lines, spends } = await holdYearBook(ctx, line.year);
    if (spends.some(({ id }) => id === input.id)) return { id: input.id };
    const { free } = balanceOf(
      approvedByLine(lines).get(line.id) ?? 0n,
      spends.filter(({ lineId }) => lineId === line.id),
    );
    if (input.amount > free) throw new Problem('input.invalid', { fields: { amount: words.notFree(free) } });
    if (input.voucherOn !== null && input.voucherOn > ctx.today)
      throw new Problem('input.invalid', { fields: { voucherOn: words.dayInFuture } });
    const written = await ctx.tx
      .insertInto('budget_spends')
      .values({
        commune_id: ctx.communeId,
        id: input.id,
        line_id: line.id,
        amount: String(input.amount),
        purpose: input.purpose,
        payee: input.payee,
        voucher_number: input.voucherNumber,
        voucher_on: input.voucherOn,
        state: 'requested',
        state_on: ctx.today,
        requested_by: ctx.actor.accountId,
        approved_by: null,
        paid_by: null,
        paid_on: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) throw new Problem('duplicate');
    await ctx.emit({
      name: 'budget_spend.requested',
      hamletId: null,
      subject: 'budget_spend',
      subjectId: input.id,
      data: { after: { state: 'requested' } },
    });
    return { id: input.id };
  },
});

/** An approved line of its own, with its year; undefined when there is none. */
async function approvedLine(ctx: ReadContext, id: Id): Promise<{ id: Id; year: number } | undefined> {
  return ctx.tx
    .selectFrom('budget_lines as l')
    .innerJoin('budget_estimates as e', (join) =>
      join.on('e.commune_id', '=', ctx.communeId).onRef('e.id', '=', 'l.estimate_id'),
    )
    .select(['l.id', 'e.year'])
    .where('l.commune_id', '=', ctx.communeId)
    .where('l.id', '=', id)
    .where('l.base_line_id', 'is', null)
    .where('e.state', '=', 'approved')
    .executeTakeFirst();
}
