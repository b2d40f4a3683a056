import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { TraineesInput } from '../model/marks.ts';
import { canEditClass } from '../policy.ts';
import { holdClass } from '../queries/classes.server.ts';
import { traineeChoices, traineesOf } from '../queries/trainees.server.ts';
import * as words from '../words.ts';

/**
 * Says who is in a class: active members of the hamlet's team, or of any team for a class of the commune. Who was ticked or
 * tested stays. Tells 'class.trainees_chosen', or nothing when the list is the same.
 */
export const chooseTrainees = defineCommand({
  name: 'class.choose_trainees',
  input: TraineesInput,
  load: (ctx, input) => holdClass(ctx, input.classId),
  allow: (actor, one) => canEditClass(actor, one),
  async run(ctx, input, one) {
    const wanted = new Set(input.memberIds);
    const standing = await traineesOf(ctx, [one.id]);
    const choices = new Set((await traineeChoices(ctx, one.hamletId)).map((choice) => choice.memberId));
    const known = new Set(standing.map((trainee) => trainee.memberId));
    const added = [...wanted].filter((memberId) => !known.has(memberId));
    if (!added.every((memberId) => choices.has(memberId)))
      throw new Problem('input.invalid', { fields: { memberIds: words.memberUnknown } });
    const removed = standing.filter((trainee) => !wanted.has(trainee.memberId));
    const marked = removed.find((trainee) => trainee.attended !== null || trainee.result !== null);
    if (marked)
      throw new Problem('state.conflict', {
        message: words.markedStays(marked.fullName),
        fields: { memberIds: words.markedStays(marked.fullName) },
      });
    if (added.length + removed.length === 0) return;
    if (removed.length > 0) {
      await ctx.tx
        .deleteFrom('training_trainees')
        .where('commune_id', '=', ctx.communeId)
        .where('class_id', '=', one.id)
        .where(
          'member_id',
          'in',
          removed.map((trainee) => trainee.memberId),
        )
        .execute();
    }
    if (added.length > 0) {
      await ctx.tx
        .insertInto('training_trainees')
        .values(
          added.map((memberId) => ({
            commune_id: ctx.communeId,
            class_id: one.id,
            member_id: memberId,
            chosen_by: ctx.actor.accountId,
            chosen_at: ctx.now,
          })),
        )
        .execute();
    }
    await ctx.emit({
      name: 'class.trainees_chosen',
      hamletId: one.hamletId,
      subject: 'class',
      subjectId: one.id,
      data: { added, removed: removed.map((trainee) => trainee.memberId), people: wanted.size },
    });
  },
});
