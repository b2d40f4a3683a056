import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { insertRows } from '#platform/db/insert-rows.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { InspectionHeld } from '../model/inputs.ts';
import { canRecordInspection } from '../policy.ts';
import { askedQuestions } from '../queries/inspection-page.server.ts';
import { figuresOf } from '../queries/known-figures.server.ts';
import * as words from '../words.ts';
import { lockedInspection, mustFollow } from './lock-inspection.server.ts';

/**
 * Writes down what was found, question by question: what is not marked was not checked. The first time it also keeps what the product
 * knows of the hamlet that day; later, until it is closed, it puts right what was written. Tells 'inspection.held', afterwards
 * 'inspection.corrected'. Throws `state.conflict` once it is closed or cancelled, `input.invalid` for a day to come or before it was
 * planned, when nothing was checked, for what fails without a word, and for a question that is not asked.
 */
export const holdInspection = defineCommand({
  name: 'inspection.hold',
  input: InspectionHeld,
  load: async (ctx, input) => {
    const one = await lockedInspection(ctx, input.inspectionId);
    return { one, asked: await askedQuestions(ctx, one.id) };
  },
  allow: (actor, { one }) => canRecordInspection(actor, one),
  async run(ctx, input, { one, asked }) {
    if (one.state !== 'held') mustFollow(one.state, 'held');
    check(ctx, input, one.createdOn, new Set(asked.map(({ code }) => code)));
    const answers = asked.map(({ code }) => {
      const given = input.answers.find((answer) => answer.code === code);
      return { code, result: given?.result ?? ('not_checked' as const), remark: given?.remark ?? null };
    });
    const isFirst = one.state === 'planned';
    const before = isFirst
      ? { state: one.state }
      : { held_on: one.heldOn, answers: asked.map(({ code, result, remark }) => ({ code, result, remark })) };
    const after = { held_on: input.heldOn, answers };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await ctx.tx
      .updateTable('inspections')
      .set({
        held_on: input.heldOn,
        ...(isFirst
          ? {
              state: 'held' as const,
              held_at: ctx.now,
              figures: JSON.stringify(await figuresOf(ctx, one.hamletId)),
            }
          : {}),
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    await writeResults(ctx, one.id, answers);
    await ctx.emit({
      name: isFirst ? 'inspection.held' : 'inspection.corrected',
      hamletId: one.hamletId,
      subject: 'inspection',
      subjectId: one.id,
      data: { before, after: isFirst ? { state: 'held', ...after } : after },
    });
  },
});

function check(
  ctx: WriteContext,
  { heldOn, answers }: InspectionHeld,
  createdOn: string,
  codes: ReadonlySet<string>,
): void {
  const fields: FieldProblems = {};
  if (heldOn > ctx.today) fields['heldOn'] = words.dayNotYet;
  else if (heldOn < createdOn) fields['heldOn'] = words.heldTooEarly(createdOn);
  for (const [index, { code, result, remark }] of answers.entries()) {
    if (!codes.has(code)) fields[`answers.${index}.result`] = words.questionGone;
    if (result === 'not_met' && remark === null) fields[`answers.${index}.remark`] = words.remarkNeeded;
  }
  if (!answers.some(({ result }) => result !== 'not_checked'))
    fields['answers.0.result'] = words.nothingChecked;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
}

async function writeResults(
  ctx: WriteContext,
  inspectionId: Id,
  answers: readonly { code: string; result: 'met' | 'not_met' | 'not_checked'; remark: string | null }[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('inspection_results')
    .where('commune_id', '=', ctx.communeId)
    .where('inspection_id', '=', inspectionId)
    .execute();
  await insertRows(
    ctx.tx,
    'inspection_results',
    answers.map((answer) => ({ commune_id: ctx.communeId, inspection_id: inspectionId, ...answer })),
  );
}
