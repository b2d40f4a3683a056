import type { WriteContext } from '#platform/commands/command.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { usualPassScore, wrongDay, type ClassCorrection } from '../model/training-class.ts';
import { listTopics } from '../queries/topics.server.ts';
import { traineeChoices } from '../queries/trainees.server.ts';
import * as words from '../words.ts';

/** The columns of a class as its form says them. Throws `input.invalid` for a day, a topic or a person that cannot be. */
export async function classRow(
  ctx: WriteContext,
  input: Omit<ClassCorrection, 'classId'>,
  hamletId: Id | null,
  standing: { topicIds: readonly Id[]; rollMemberId: Id | null },
) {
  const fields: FieldProblems = {};
  const wrong = wrongDay(input.heldOn, ctx.today);
  if (wrong) fields['heldOn'] = wrong;
  const topics = await listTopics(ctx);
  const chosen = topics.filter(
    (topic) =>
      input.topicIds.includes(topic.id) && (topic.retiredOn === null || standing.topicIds.includes(topic.id)),
  );
  if (chosen.length < new Set(input.topicIds).size) fields['topicIds'] = words.topicUnknown;
  const { rollMemberId } = input;
  if (rollMemberId !== null && rollMemberId !== standing.rollMemberId) {
    const choices = await traineeChoices(ctx, null);
    if (!choices.some((one) => one.memberId === rollMemberId)) fields['rollMemberId'] = words.memberUnknown;
  }
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return {
    topicIds: chosen.map((topic) => topic.id),
    row: {
      hamlet_id: hamletId,
      name:
        input.name ??
        chosen
          .map((topic) => topic.name)
          .join(', ')
          .slice(0, 160),
      form: input.form,
      place: input.place,
      link: input.link,
      trainer: input.trainer,
      organiser: input.organiser,
      held_on: input.heldOn,
      starts_at: input.startsAt,
      ends_at: input.endsAt,
      roll_member_id: rollMemberId,
      pass_score: input.passScore ?? usualPassScore,
      cost_note: input.costNote,
      note: input.note,
    },
  };
}

/** Puts the topics of a class in the place of those that it had. */
export async function writeTopics(ctx: WriteContext, classId: Id, topicIds: readonly Id[]): Promise<void> {
  await ctx.tx
    .deleteFrom('training_class_topics')
    .where('commune_id', '=', ctx.communeId)
    .where('class_id', '=', classId)
    .execute();
  await ctx.tx
    .insertInto('training_class_topics')
    .values(topicIds.map((topicId) => ({ commune_id: ctx.communeId, class_id: classId, topic_id: topicId })))
    .execute();
}
