import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { findLivingHamlet } from '#features/org/queries.server.ts';
import { amountOf, EstimateInput, LineInput, LineRemoval } from '../model/inputs.ts';
import { isOpenEstimate } from '../model/estimate-state.ts';
import { canProposeEstimate, canSeeBudget } from '../policy.ts';
import { holdEstimate, type Estimate } from '../queries/estimates.server.ts';
import { yearBook } from '../queries/year-book.server.ts';
import * as words from '../words.ts';

/**
 * Begins an estimate of a plan year, or a change of what was approved, with its reason. The same id again corrects title and reason
 * while it is open. Tells 'budget_estimate.drafted' or 'budget_estimate.written'.
 */
export const draftEstimate = defineCommand({
  name: 'budget.draft_estimate',
  input: EstimateInput,
  load: async (ctx) => visible(ctx.actor, canSeeBudget),
  allow: (actor) => canProposeEstimate(actor),
  run: async (ctx, input) => {
    const { id, year, kind, title, reason } = input;
    if (kind === 'change' && reason === null)
      throw new Problem('input.invalid', { fields: { reason: words.reasonNeeded } });
    const row = { year, kind, title, reason };
    const written = await ctx.tx
      .insertInto('budget_estimates')
      .values({
        commune_id: ctx.communeId,
        id,
        ...row,
        state: 'draft',
        state_on: ctx.today,
        prepared_by: ctx.actor.accountId,
        appraised_by: null,
        approved_by: null,
        decision_number: null,
        decision_on: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const standing = await holdEstimate(ctx, id);
      if (standing.title === title && standing.reason === reason) return { id };
      refuseUnlessOpen(standing);
      await touch(ctx, id, { title, reason });
    }
    await tell(ctx, written.numInsertedOrUpdatedRows === 0n ? 'written' : 'drafted', id, { after: row });
    return { id };
  },
});

/**
 * Writes a line: quantity × norm = amount, of a source of the year, for the commune or for the team of a hamlet. A line of a change may
 * add to an approved line or take from it. Throws `input.invalid` with the fields, `state.conflict` once it was proposed.
 */
export const writeLine = defineCommand({
  name: 'budget.write_line',
  input: LineInput,
  load: (ctx, input) => holdEstimate(ctx, input.estimateId),
  allow: (actor) => canProposeEstimate(actor),
  run: async (ctx, input, estimate) => {
    refuseUnlessOpen(estimate);
    const fields = await lineFields(ctx, input, estimate);
    const amount = amountOf(input.quantity, input.norm);
    if (amount === null) throw new Problem('input.invalid', { fields: { norm: words.tooMuch } });
    const standing = estimate.lines.find(({ id }) => id === input.id);
    const row = {
      estimate_id: estimate.id,
      position: standing?.position ?? Math.max(0, ...estimate.lines.map(({ position }) => position)) + 1,
      ...fields,
      quantity: input.quantity,
      norm: String(input.norm),
      amount: String(amount),
      note: input.note,
    };
    const written = await ctx.tx
      .insertInto('budget_lines')
      .values({ commune_id: ctx.communeId, id: input.id, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['commune_id', 'id'])
          .doUpdateSet(row)
          // An id of another estimate is not this one's to write.
          .where('budget_lines.estimate_id', '=', estimate.id),
      )
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) throw new Problem('duplicate');
    await touch(ctx, estimate.id, {});
    await tell(ctx, 'written', estimate.id, { lineId: input.id, after: row });
  },
});

/** Takes a line out of an estimate that is still open; what it said stays in the story. */
export const removeLine = defineCommand({
  name: 'budget.remove_line',
  input: LineRemoval,
  load: (ctx, input) => holdEstimate(ctx, input.estimateId),
  allow: (actor) => canProposeEstimate(actor),
  run: async (ctx, input, estimate) => {
    refuseUnlessOpen(estimate);
    const line = estimate.lines.find(({ id }) => id === input.lineId);
    if (!line) return;
    await ctx.tx
      .deleteFrom('budget_lines')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', line.id)
      .execute();
    await touch(ctx, estimate.id, {});
    await tell(ctx, 'written', estimate.id, {
      lineId: line.id,
      before: { name: line.name, amount: String(line.amount) },
      after: null,
    });
  },
});

/** Source, hamlet, name and kind of norm: typed for a new line, the approved line's for a change of it. */
async function lineFields(ctx: WriteContext, input: LineInput, estimate: Estimate) {
  const book = await yearBook(ctx, estimate.year);
  if (input.quantity === 0) throw new Problem('input.invalid', { fields: { quantity: words.quantityZero } });
  if (input.baseLineId !== null) {
    if (estimate.kind !== 'change')
      throw new Problem('input.invalid', { fields: { baseLineId: words.onlyInChange } });
    const base = book.lines.find(({ id, baseLineId }) => id === input.baseLineId && baseLineId === null);
    if (!base) throw new Problem('input.invalid', { fields: { baseLineId: words.baseUnknown } });
    return {
      base_line_id: base.id,
      source_id: base.sourceId,
      hamlet_id: base.hamletId,
      name: base.name,
      norm_kind: base.normKind,
      unit: base.unit,
    };
  }
  const { sourceId, hamletId, name, normKind } = input;
  const missing: Record<string, string> = {};
  if (!book.sources.some(({ id }) => id === sourceId)) missing['sourceId'] = words.sourceNeeded;
  if (name === null) missing['name'] = words.nameNeeded;
  if (!normKind) missing['normKind'] = words.normKindNeeded;
  if (input.quantity < 0) missing['quantity'] = words.quantityNeeded;
  if (sourceId === null || name === null || !normKind || Object.keys(missing).length > 0)
    throw new Problem('input.invalid', { fields: missing });
  if (hamletId !== null) found(await findLivingHamlet(ctx, hamletId));
  return {
    base_line_id: null,
    source_id: sourceId,
    hamlet_id: hamletId,
    name,
    norm_kind: normKind,
    unit: input.unit ?? words.unitOf[normKind],
  };
}

function refuseUnlessOpen(estimate: Pick<Estimate, 'state'>): void {
  if (!isOpenEstimate(estimate.state)) throw new Problem('state.conflict', { message: words.notOpen });
}

/** Who wrote last has prepared it: that person does not appraise or approve it. */
async function touch(ctx: WriteContext, id: Id, more: { title?: string; reason?: string | null }) {
  await ctx.tx
    .updateTable('budget_estimates')
    .set({ ...more, prepared_by: ctx.actor.accountId, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .execute();
}

const tell = (ctx: WriteContext, what: 'drafted' | 'written', id: Id, data: Record<string, unknown>) =>
  ctx.emit({
    name: `budget_estimate.${what}`,
    hamletId: null,
    subject: 'budget_estimate',
    subjectId: id,
    data,
  });
