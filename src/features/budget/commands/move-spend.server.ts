import { defineCommand, type ReadContext, type WriteContext } from '#platform/commands/command.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { SpendStep } from '../model/inputs.ts';
import { lastPayDay } from '../model/settlement.ts';
import { nextSpendStates } from '../model/spend-state.ts';
import { canMoveSpend } from '../policy.ts';
import { getSpend, type Spend } from '../queries/spends.server.ts';
import { holdYearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/**
 * Takes a payment a step further: approved or refused by the leader, paid with its voucher, withdrawn, or voided with the reason. A step
 * that was taken is not taken again. Tells 'budget_spend.moved', without what a voucher says. Throws `state.conflict` for a step that
 * its state does not allow or whose period is settled, `input.invalid` for what a voucher lacks.
 */
export const moveSpend = defineCommand({
  name: 'budget.move_spend',
  input: SpendStep,
  load: async (ctx, input) => {
    const { year } = await getSpend(ctx, input.spendId);
    // The year is held first, as by who settles it; then what the payment says now.
    await holdYearBook(ctx, year);
    return getSpend(ctx, input.spendId);
  },
  allow: (actor, spend, { to }) => canMoveSpend(actor, spend, to),
  run: async (ctx, input, spend) => {
    const { to } = input;
    if (spend.state === to) return;
    if (!nextSpendStates(spend.state).includes(to))
      throw new Problem('state.conflict', { message: words.noSuchStep });
    if ((to === 'refused' || to === 'voided') && input.note === null)
      throw new Problem('input.invalid', { fields: { note: words.noteNeeded } });
    if (to === 'voided' && spend.paidOn !== null) await refuseIfSettled(ctx, spend.year, spend.paidOn);
    const after = {
      state: to,
      state_on: ctx.today,
      ...(to === 'approved' ? { approved_by: ctx.actor.accountId } : {}),
      ...(to === 'paid' ? await payment(ctx, input, spend) : {}),
    };
    await ctx.tx
      .updateTable('budget_spends')
      .set({ ...after, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', spend.id)
      .execute();
    await ctx.emit({
      name: 'budget_spend.moved',
      hamletId: null,
      subject: 'budget_spend',
      subjectId: spend.id,
      data: {
        before: { state: spend.state, state_on: spend.stateOn },
        after: { state: to, state_on: ctx.today },
        note: input.note,
      },
    });
  },
});

/** When it was paid and by which voucher; throws what is missing. */
async function payment(ctx: WriteContext, input: SpendStep, spend: Spend) {
  const voucherNumber = input.voucherNumber ?? spend.voucherNumber;
  const voucherOn = input.voucherOn ?? spend.voucherOn;
  const paidOn = input.paidOn ?? ctx.today;
  const fields: Record<string, string> = {};
  if (voucherNumber === null) fields['voucherNumber'] = words.voucherNeeded;
  if (voucherOn === null) fields['voucherOn'] = words.voucherDayNeeded;
  else if (voucherOn > ctx.today) fields['voucherOn'] = words.dayInFuture;
  const [first, last] = [`${spend.year}-01-01`, lastPayDay(spend.year)];
  const asked = dayOf(spend.requestedAt);
  if (paidOn > ctx.today) fields['paidOn'] = words.dayInFuture;
  else if (paidOn < first || paidOn > last) fields['paidOn'] = words.paidOutside(first, last);
  else if (paidOn < asked) fields['paidOn'] = words.paidBeforeAsked(asked);
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  await refuseIfSettled(ctx, spend.year, paidOn);
  return {
    voucher_number: voucherNumber,
    voucher_on: voucherOn,
    paid_on: paidOn,
    paid_by: ctx.actor.accountId,
  };
}

/** What was submitted for settlement stays as it is: neither a payment more nor one less. */
async function refuseIfSettled(ctx: ReadContext, year: number, day: Day): Promise<void> {
  const settled = await ctx.tx
    .selectFrom('budget_settlements')
    .select('period')
    .where('commune_id', '=', ctx.communeId)
    .where('year', '=', year)
    .where('state', '!=', 'draft')
    .where('starts_on', '<=', day)
    .where('ends_on', '>=', day)
    .executeTakeFirst();
  if (settled)
    throw new Problem('state.conflict', {
      message: words.settledAlready(words.periodOf(year, settled.period)),
    });
}
