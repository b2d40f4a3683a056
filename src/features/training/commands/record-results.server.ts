import { defineCommand } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { ResultsInput, resultOf } from '../model/marks.ts';
import { canRecordResults } from '../policy.ts';
import { holdClass } from '../queries/classes.server.ts';
import { traineesOf, type Trainee } from '../queries/trainees.server.ts';
import * as words from '../words.ts';
import { mayBeWritten } from './mark-attendance.server.ts';

/**
 * Writes down the short test of each topic of a class: a score, or passed or not, or not taken. A score decides by the class's
 * own pass score. Only who was there has a result. Tells 'class.results_recorded' with what changed.
 */
export const recordResults = defineCommand({
  name: 'class.record_results',
  input: ResultsInput,
  load: (ctx, input) => holdClass(ctx, input.classId),
  allow: (actor, one) => canRecordResults(actor, one),
  async run(ctx, input, one) {
    mayBeWritten(one, ctx.today);
    const trainees = await traineesOf(ctx, [one.id]);
    const fields: FieldProblems = {};
    const told = input.results.flatMap((typed, index) => {
      const trainee = trainees.find(({ memberId }) => memberId === typed.memberId);
      const meant = resultOf(typed, one.passScore);
      if (!trainee) fields[`results.${index}.result`] = words.notTrainee;
      else if (typed.topicId !== null && !one.topics.some(({ id }) => id === typed.topicId))
        fields[`results.${index}.result`] = words.notTaught;
      else if (!meant)
        fields[`results.${index}.score`] = words.scoreAgainstResult(String(one.passScore).replace('.', ','));
      else if (meant.result !== null && trainee.attended !== true)
        fields[`results.${index}.result`] = words.resultWithoutPresence;
      else {
        const { memberId, topicId } = typed;
        const after = { result: meant.result, score: typed.score };
        return one.topics
          .filter(({ id }) => topicId === null || id === topicId)
          .map(({ id }) => ({ memberId, topicId: id, before: standing(trainee, id), after }))
          .filter(({ before }) => before.result !== after.result || before.score !== after.score);
      }
      return [];
    });
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
    if (told.length === 0) return;
    await ctx.tx
      .insertInto('training_results')
      .values(
        told.map(({ memberId, topicId, after }) => ({
          commune_id: ctx.communeId,
          id: ctx.id(),
          class_id: one.id,
          member_id: memberId,
          topic_id: topicId,
          ...after,
          recorded_at: ctx.now,
          recorded_by: ctx.actor.accountId,
        })),
      )
      .execute();
    await ctx.emit({
      name: 'class.results_recorded',
      hamletId: one.hamletId,
      subject: 'class',
      subjectId: one.id,
      data: { results: told, people: new Set(told.map(({ memberId }) => memberId)).size },
    });
  },
});

/** What stands of a topic. */
function standing({ tests }: Trainee, topicId: Id) {
  const { result = null, score = null } = tests.find((one) => one.topicId === topicId) ?? {};
  return { result, score };
}
