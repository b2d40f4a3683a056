import { defineCommand, visible, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { ChecklistInput } from '../model/inputs.ts';
import { mostQuestions, nextCodes, type Question } from '../model/checklist.ts';
import { canKeepInspections, canOpenInspections } from '../policy.ts';
import { codesEverUsed, currentChecklist } from '../queries/checklist.server.ts';
import * as words from '../words.ts';

/**
 * Puts a new version of the checklist in force: inspections that are planned or held keep theirs. A row without words is left out.
 * Tells 'inspection_checklist.kept', or nothing when nothing changes. Throws `state.conflict` when somebody was faster,
 * `input.invalid` for a list without questions.
 */
export const keepChecklist = defineCommand({
  name: 'inspection.keep_checklist',
  input: ChecklistInput,
  load: async (ctx) => {
    visible(ctx.actor, canOpenInspections);
    return currentChecklist(ctx);
  },
  allow: (actor) => canKeepInspections(actor),
  async run(ctx, input, before) {
    if (before.version !== input.version) throw new Problem('state.conflict', { message: words.listChanged });
    const known = await codesEverUsed(ctx);
    const kept = input.questions.filter((row): row is typeof row & { text: string } => row.text !== null);
    const fresh = nextCodes(known, kept.length);
    const seen = new Set<string>();
    const questions = kept.map(({ code, text, figure }): Question => {
      const own = code !== null && known.has(code) && !seen.has(code) ? code : (fresh.shift() ?? '');
      seen.add(own);
      return { code: own, text, figure };
    });
    if (questions.length === 0)
      throw new Problem('input.invalid', { fields: { 'questions.0.text': words.noQuestion } });
    if (questions.length > mostQuestions)
      throw new Problem('input.invalid', {
        fields: { 'questions.0.text': words.tooManyQuestions(mostQuestions) },
      });
    if (JSON.stringify(questions) === JSON.stringify(before.questions)) return;
    const { id, version } = await writeChecklist(ctx, questions, ctx.actor.accountId);
    await ctx.emit({
      name: 'inspection_checklist.kept',
      hamletId: null,
      subject: 'inspection_checklist',
      subjectId: id,
      data: { before: { questions: before.questions }, after: { version, questions } },
    });
  },
});

/** Writes the next version; throws `state.conflict` when somebody wrote it at the same moment. */
export async function writeChecklist(
  ctx: WriteContext,
  questions: readonly Question[],
  keptBy: Id | null,
): Promise<{ id: Id; version: number }> {
  const { version: last } = await currentChecklist(ctx);
  const row = { id: ctx.id(), version: last + 1 };
  const written = await ctx.tx
    .insertInto('inspection_checklists')
    .values({
      commune_id: ctx.communeId,
      ...row,
      questions: JSON.stringify(questions),
      kept_by: keptBy,
      kept_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['commune_id', 'version']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n)
    throw new Problem('state.conflict', { message: words.listChanged });
  return row;
}
