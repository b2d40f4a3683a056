import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { nextEstimateStates } from '../model/estimate-state.ts';
import { EstimateStep } from '../model/inputs.ts';
import { approvalFaults } from '../model/ledger.ts';
import { canMoveEstimate } from '../policy.ts';
import { holdEstimate, type Estimate } from '../queries/estimates.server.ts';
import { holdYearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/**
 * Takes an estimate, or a change of one, a step further: proposed, appraised, approved with the commune's decision, sent back with
 * what is to be mended, or withdrawn. A step that was taken is not taken again. Tells 'budget_estimate.moved'. Throws `state.conflict`
 * for a step that its state does not allow, and where a source would give more than it has or a line would fall below what is spent.
 */
export const moveEstimate = defineCommand({
  name: 'budget.move_estimate',
  input: EstimateStep,
  load: (ctx, input) => holdEstimate(ctx, input.estimateId),
  allow: (actor, estimate, { to }) => canMoveEstimate(actor, estimate, to),
  run: async (ctx, input, estimate) => {
    const { to } = input;
    if (estimate.state === to) return;
    if (!nextEstimateStates(estimate.state).includes(to))
      throw new Problem('state.conflict', { message: words.noSuchStep });
    if (to === 'returned' && input.note === null)
      throw new Problem('input.invalid', { fields: { note: words.noteNeeded } });
    if (to === 'proposed' && estimate.lines.length === 0)
      throw new Problem('state.conflict', { message: words.noLines });
    if (to === 'appraised' || to === 'approved') await refuseUnlessCovered(ctx, estimate);
    const after = { state: to, state_on: ctx.today, ...handOf(ctx, input) };
    await ctx.tx
      .updateTable('budget_estimates')
      .set({ ...after, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', estimate.id)
      .execute();
    await ctx.emit({
      name: 'budget_estimate.moved',
      hamletId: null,
      subject: 'budget_estimate',
      subjectId: estimate.id,
      data: { before: { state: estimate.state, state_on: estimate.stateOn }, after, note: input.note },
    });
  },
});

/** Whose step it was, and the paper of an approval. */
function handOf(ctx: WriteContext, { to, decisionNumber, decisionOn }: EstimateStep) {
  const me = ctx.actor.accountId;
  if (to === 'proposed') return { prepared_by: me, appraised_by: null };
  if (to === 'appraised') return { appraised_by: me };
  if (to !== 'approved') return {};
  if (decisionNumber === null)
    throw new Problem('input.invalid', { fields: { decisionNumber: words.decisionNeeded } });
  if (decisionOn === null)
    throw new Problem('input.invalid', { fields: { decisionOn: words.decisionDayNeeded } });
  if (decisionOn > ctx.today)
    throw new Problem('input.invalid', { fields: { decisionOn: words.dayInFuture } });
  return { approved_by: me, decision_number: decisionNumber, decision_on: decisionOn };
}

async function refuseUnlessCovered(ctx: WriteContext, estimate: Estimate): Promise<void> {
  const book = await holdYearBook(ctx, estimate.year);
  const [fault] = approvalFaults(book.lines, estimate.lines, book.sources, book.spends);
  if (!fault) return;
  if (fault.kind === 'source') {
    const name = book.sources.find(({ id }) => id === fault.sourceId)?.name ?? '';
    throw new Problem('state.conflict', { message: words.sourceTooSmall(name, fault.has, fault.wanted) });
  }
  const name = book.lines.find(({ id }) => id === fault.lineId)?.name ?? '';
  throw new Problem('state.conflict', { message: words.lineTooSmall(name, fault.bound, fault.wanted) });
}
