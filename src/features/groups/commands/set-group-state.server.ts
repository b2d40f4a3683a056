import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { canFollow, GroupStep } from '../model.ts';
import { canMoveGroup } from '../policy.ts';
import { lockedGroup } from './locked-group.server.ts';
import * as words from '../words.ts';

/**
 * Takes a group one step further on its way from registered to active, suspended or closed, with the day. A step that was
 * already taken is not taken again. Tells 'group.state_changed'. Throws `state.conflict` for a step that the state does
 * not allow, `input.invalid` for a day in the future or before the state's.
 */
export const setGroupState = defineCommand({
  name: 'group.set_state',
  input: GroupStep,
  load: (ctx, input) => lockedGroup(ctx, input.groupId),
  allow: (actor, group, input) => canMoveGroup(actor, group, input.to),
  async run(ctx, input, group) {
    if (group.state === input.to) return;
    if (!canFollow(group.state, input.to))
      throw new Problem('state.conflict', { message: words.noSuchStep(group.state, input.to) });
    const on = input.on ?? ctx.today;
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (on < group.stateOn)
      throw new Problem('input.invalid', { fields: { on: words.dayBeforeState(group.stateOn) } });
    const after = { state: input.to, state_on: on };
    await ctx.tx
      .updateTable('groups')
      .set(after)
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', group.id)
      .execute();
    await ctx.emit({
      name: 'group.state_changed',
      hamletId: group.hamletId,
      subject: 'group',
      subjectId: group.id,
      data: { before: { state: group.state, state_on: group.stateOn }, after, note: input.note },
    });
  },
});
