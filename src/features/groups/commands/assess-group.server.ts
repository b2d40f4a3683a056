import { defineCommand } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { GroupAssessment } from '../model.ts';
import { canAssessGroup } from '../policy.ts';
import * as words from '../words.ts';
import { lockedGroup } from './locked-group.server.ts';

/**
 * Writes down how a group was found to work (W12). Sent twice, it is there once. Tells 'group.assessed'. Throws
 * `input.invalid` for a day in the future or before the group's state began.
 */
export const assessGroup = defineCommand({
  name: 'group.assess',
  input: GroupAssessment,
  load: (ctx, input) => lockedGroup(ctx, input.groupId),
  allow: (actor, group) => canAssessGroup(actor, group),
  async run(ctx, input, group): Promise<{ id: Id }> {
    const id = input.id ?? ctx.id();
    const on = input.on ?? ctx.today;
    if (on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (on < group.registeredOn)
      throw new Problem('input.invalid', { fields: { on: words.dayBeforeState(group.registeredOn) } });
    const { numInsertedOrUpdatedRows: written } = await ctx.tx
      .insertInto('group_assessments')
      .values({
        commune_id: ctx.communeId,
        id,
        group_id: group.id,
        assessed_on: on,
        grade: input.grade,
        note: input.note,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.accountId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (written === 0n) return { id };
    await ctx.emit({
      name: 'group.assessed',
      hamletId: group.hamletId,
      subject: 'group',
      subjectId: group.id,
      data: { after: { grade: input.grade, assessed_on: on }, note: input.note },
    });
    return { id };
  },
});
