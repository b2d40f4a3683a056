import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { ClassCorrection } from '../model/training-class.ts';
import { canEditClass } from '../policy.ts';
import { holdClass } from '../queries/classes.server.ts';
import * as words from '../words.ts';
import { classRow, writeTopics } from './write-class.server.ts';

/**
 * Corrects a class. Of one that was held, day, hours, topics and pass score stay: reports and what members have learnt rest on
 * them. Tells 'class.corrected' with what changed, or nothing when nothing did.
 */
export const correctClass = defineCommand({
  name: 'class.correct',
  input: ClassCorrection,
  load: (ctx, input) => holdClass(ctx, input.classId),
  allow: (actor, one) => canEditClass(actor, one),
  async run(ctx, input, one) {
    const standing = { topicIds: one.topics.map(({ id }) => id), rollMemberId: one.rollMemberId };
    const { row: after, topicIds } = await classRow(ctx, input, one.hamletId, standing);
    const before: typeof after = {
      hamlet_id: one.hamletId,
      name: one.name,
      form: one.form,
      place: one.place,
      link: one.link,
      trainer: one.trainer,
      organiser: one.organiser,
      held_on: one.heldOn,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      roll_member_id: one.rollMemberId,
      pass_score: one.passScore,
      cost_note: one.costNote,
      note: one.note,
    };
    const sameTopics = JSON.stringify([...topicIds].sort()) === JSON.stringify([...standing.topicIds].sort());
    const fixed = ['held_on', 'starts_at', 'ends_at', 'pass_score'] as const;
    if (one.state === 'held' && (!sameTopics || fixed.some((field) => before[field] !== after[field])))
      throw new Problem('state.conflict', { message: words.heldIsFixed });
    if (sameTopics && JSON.stringify(before) === JSON.stringify(after)) return;
    await ctx.tx
      .updateTable('training_classes')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    if (!sameTopics) await writeTopics(ctx, one.id, topicIds);
    await ctx.emit({
      name: 'class.corrected',
      hamletId: one.hamletId,
      subject: 'class',
      subjectId: one.id,
      data: { before: { ...before, topicIds: standing.topicIds }, after: { ...after, topicIds } },
    });
  },
});
