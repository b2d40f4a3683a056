import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { canFollow, mayClose, MovementStep } from '../model/movement.ts';
import { canKeepMovement } from '../policy.ts';
import { holdMovement } from '../queries/movements.server.ts';
import * as words from '../words.ts';

/**
 * Launches a movement, closes it with its result, or calls it off with the reason. From the closing on, its figures are those of that
 * moment. Tells 'emulation.moved'. Throws `state.conflict` for a step that does not follow, and for closing before its last day.
 */
export const moveMovement = defineCommand({
  name: 'emulation.move',
  input: MovementStep,
  load: (ctx, input) => holdMovement(ctx, input.movementId),
  allow: (actor, movement) => canKeepMovement(actor, movement),
  async run(ctx, { to, note }, movement) {
    if (!canFollow(movement.state, to))
      throw new Problem('state.conflict', { message: words.noSuchStep(movement.state) });
    if (to === 'closed' && !mayClose(movement, ctx.today))
      throw new Problem('state.conflict', { message: words.tooEarly(movement.endsOn) });
    await ctx.tx
      .updateTable('emulation_movements')
      .set({
        state: to,
        state_note: note,
        ...(to === 'launched' && { launched_at: ctx.now }),
        ...(to === 'closed' && { closed_at: ctx.now }),
        ...(to === 'cancelled' && { cancelled_at: ctx.now }),
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', movement.id)
      .execute();
    await ctx.emit({
      name: 'emulation.moved',
      hamletId: null,
      subject: 'emulation',
      subjectId: movement.id,
      data: { name: movement.name, before: { state: movement.state }, after: { state: to }, note },
    });
  },
});
