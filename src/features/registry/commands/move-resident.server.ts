import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { ResidentMove } from '../model.ts';
import { canReshapeHouseholds } from '../policy.ts';
import { lockLiveHousehold, lockLiveResident, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { carryResidents } from './carry-residents.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/** Moves one person to another household of the commune (marriage …). A head does not move alone: name a new head first, or merge. */
export const moveResident = defineCommand({
  name: 'resident.move',
  input: ResidentMove,
  async load(ctx, input) {
    const { resident, household: from } = await lockLiveResident(ctx, input.residentId);
    return { resident, from, to: await lockLiveHousehold(ctx, input.toHouseholdId) };
  },
  allow: (actor, { from, to }) => canReshapeHouseholds(actor, [placeOf(from), placeOf(to)]),
  async run(ctx, input, { resident, from, to }) {
    if (input.on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (from.id === to.id) throw new Problem('state.conflict', { message: words.sameHousehold });
    if (from.head_id === resident.id) throw new Problem('state.conflict', { message: words.headStays });
    if (input.relation === 'head')
      throw new Problem('input.invalid', { fields: { relation: words.headByNaming } });
    await carryResidents(ctx, [resident], from, to, { [resident.id]: input.relation }, { on: input.on });
    await ctx.emit({
      name: 'household.resident_left',
      hamletId: from.hamlet_id,
      subject: 'household',
      subjectId: from.id,
      data: {
        householdIds: [from.id, to.id],
        residentId: resident.id,
        name: resident.full_name,
        to: { id: to.id, code: to.code, headName: to.head_name },
      },
    });
    await refreshDerived(ctx, [from.id, to.id]);
  },
});
