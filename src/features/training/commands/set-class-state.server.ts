import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { canFollow, ClassStep } from '../model/training-class.ts';
import { canMoveClass } from '../policy.ts';
import { holdClass } from '../queries/classes.server.ts';
import * as words from '../words.ts';

/**
 * Takes a class one step further: a proposal into the plan, a planned one to held or cancelled. Held needs its day to have come
 * and somebody ticked as present; cancelling needs a reason. A step that was already taken is not taken again. Tells
 * 'class.state_changed'. Throws `state.conflict` for a step that the state does not allow.
 */
export const setClassState = defineCommand({
  name: 'class.set_state',
  input: ClassStep,
  load: (ctx, input) => holdClass(ctx, input.classId),
  allow: (actor, one, input) => canMoveClass(actor, one, input.to),
  async run(ctx, input, one) {
    if (one.state === input.to) return;
    if (!canFollow(one.state, input.to))
      throw new Problem('state.conflict', { message: words.noSuchStep(one.state, input.to) });
    if (input.to === 'held') {
      if (one.heldOn > ctx.today) throw new Problem('state.conflict', { message: words.notYet(one.heldOn) });
      if (one.present === 0) throw new Problem('state.conflict', { message: words.nobodyThere });
    }
    if (input.to === 'cancelled' && input.note === null)
      throw new Problem('input.invalid', { fields: { note: words.reasonNeeded } });
    await ctx.tx
      .updateTable('training_classes')
      .set({ state: input.to, state_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', one.id)
      .execute();
    await ctx.emit({
      name: 'class.state_changed',
      hamletId: one.hamletId,
      subject: 'class',
      subjectId: one.id,
      data: { before: { state: one.state }, after: { state: input.to }, note: input.note },
    });
  },
});
