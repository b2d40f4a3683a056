import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { StaffEnd, StaffInput } from '../model.ts';
import { canNameStaff } from '../policy.ts';
import { possibleStaff, staffOf } from '../queries/staff.server.ts';
import { getUnit } from '../queries/units.server.ts';
import * as words from '../words.ts';

/**
 * Says which members of the teams are of a unit's staff (R67): the register of members stays the one there is. Named again is
 * nothing new. Tells 'unit.staff_named'. Throws `input.invalid` for somebody who is no member of a living team, `state.conflict`
 * for a unit that has ended.
 */
export const nameStaff = defineCommand({
  name: 'unit.name_staff',
  input: StaffInput,
  load: (ctx, { unitId }) => getUnit(ctx, unitId),
  allow: (actor, unit) => canNameStaff(actor, unit),
  async run(ctx, input, unit) {
    if (unit.endedOn !== null) throw new Problem('state.conflict', { message: words.unitEnded });
    const already = new Set((await staffOf(ctx, unit.id)).map(({ memberId }) => memberId));
    const possible = new Set((await possibleStaff(ctx, unit.id)).map(({ memberId }) => memberId));
    const wanted = [...new Set(input.memberIds)].filter((one) => !already.has(one));
    if (wanted.some((one) => !possible.has(one)))
      throw new Problem('input.invalid', { fields: { memberIds: words.memberGone } });
    if (wanted.length === 0) return;
    for (const memberId of wanted)
      await ctx.tx
        .insertInto('unit_staff')
        .values({
          commune_id: ctx.communeId,
          id: ctx.id(),
          unit_id: unit.id,
          member_id: memberId,
          named_by: ctx.actor.accountId,
          named_at: ctx.now,
          ended_at: null,
        })
        .execute();
    await ctx.emit({
      name: 'unit.staff_named',
      hamletId: null,
      subject: 'unit',
      subjectId: unit.id,
      data: { memberIds: wanted },
    });
  },
});

/** Says that a member is no longer of the unit's staff; they stay in their team. Tells 'unit.staff_ended', or nothing when it stands so already. */
export const endStaff = defineCommand({
  name: 'unit.end_staff',
  input: StaffEnd,
  load: (ctx, { unitId }) => getUnit(ctx, unitId),
  allow: (actor, unit) => canNameStaff(actor, unit),
  async run(ctx, { memberId }, unit) {
    const ended = await ctx.tx
      .updateTable('unit_staff')
      .set({ ended_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('unit_id', '=', unit.id)
      .where('member_id', '=', memberId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    await ctx.emit({
      name: 'unit.staff_ended',
      hamletId: null,
      subject: 'unit',
      subjectId: unit.id,
      data: { memberId },
    });
  },
});
