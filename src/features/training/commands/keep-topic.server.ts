import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { TopicInput, TopicRetirement } from '../model/topic.ts';
import { canKeepTopics, canOpenTraining } from '../policy.ts';
import { getTopic, listTopics } from '../queries/topics.server.ts';
import * as words from '../words.ts';

/**
 * Writes a topic of training, or a new one, with its materials by the codes of the catalogue. Tells 'training_topic.kept' with
 * what stood before. Throws `duplicate` for a name in use.
 */
export const keepTopic = defineCommand({
  name: 'training_topic.keep',
  input: TopicInput,
  async load(ctx, input) {
    visible(ctx.actor, canOpenTraining);
    return input.topicId === null ? null : getTopic(ctx, input.topicId);
  },
  allow: (actor) => canKeepTopics(actor),
  async run(ctx, input, before) {
    const known = new Set((await listCatalogue(ctx, 'platform')).map((entry) => entry.code));
    for (const code of before?.platforms ?? []) known.add(code);
    if (!input.platforms.every((code) => known.has(code)))
      throw new Problem('input.invalid', { fields: { platforms: words.platformUnknown } });
    const same = (await listTopics(ctx)).some(
      (one) =>
        one.retiredOn === null &&
        one.id !== before?.id &&
        one.name.toLocaleLowerCase('vi') === input.name.toLocaleLowerCase('vi'),
    );
    if (same) throw new Problem('duplicate', { message: words.sameName, fields: { name: words.sameName } });
    const id = before?.id ?? ctx.id();
    const after = {
      name: input.name,
      summary: input.summary,
      platforms: [...new Set(input.platforms)],
      course_link: input.courseLink,
      valid_months: input.validMonths,
      position: input.position,
      retired_on: null,
    };
    await ctx.tx
      .insertInto('training_topics')
      .values({ commune_id: ctx.communeId, id, created_at: ctx.now, ...after })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doUpdateSet(after))
      .execute();
    await ctx.emit({
      name: 'training_topic.kept',
      hamletId: null,
      subject: 'training_topic',
      subjectId: id,
      data: { before, after },
    });
    return { id };
  },
});

/** Takes a topic out of use; what members have learnt of it stays. Tells 'training_topic.retired'. */
export const retireTopic = defineCommand({
  name: 'training_topic.retire',
  input: TopicRetirement,
  async load(ctx, input) {
    visible(ctx.actor, canOpenTraining);
    return getTopic(ctx, input.topicId);
  },
  allow: (actor) => canKeepTopics(actor),
  async run(ctx, _input, topic) {
    if (topic.retiredOn !== null) return;
    await ctx.tx
      .updateTable('training_topics')
      .set({ retired_on: ctx.today })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', topic.id)
      .execute();
    await ctx.emit({
      name: 'training_topic.retired',
      hamletId: null,
      subject: 'training_topic',
      subjectId: topic.id,
      data: { name: topic.name },
    });
  },
});
