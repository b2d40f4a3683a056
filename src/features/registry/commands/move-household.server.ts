import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { HouseholdMove } from '../model.ts';
import { canReshapeHouseholds, canSeeHousehold } from '../policy.ts';
import { findHamlet, lockLiveHousehold, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeHousehold } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/**
 * Moves a household to another hamlet with group and address there. It keeps id, code and people; nobody looks after it until the
 * new hamlet names somebody. What was recorded before stays with the hamlet where it happened.
 */
export const moveHousehold = defineCommand({
  name: 'household.move',
  input: HouseholdMove,
  async load(ctx, input) {
    const household = await lockLiveHousehold(ctx, input.householdId);
    const hamlet = visible(await findHamlet(ctx, input.hamletId), (found) =>
      canSeeHousehold(ctx.actor, { hamletId: found.id }),
    );
    return { household, hamlet };
  },
  allow: (actor, { household, hamlet }) =>
    canReshapeHouseholds(actor, [placeOf(household), { hamletId: hamlet.id }]),
  async run(ctx, input, { household, hamlet }) {
    if (input.on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (hamlet.ended) throw new Problem('input.invalid', { fields: { hamletId: words.hamletEnded } });
    if (hamlet.id === household.hamlet_id) throw new Problem('state.conflict', { message: words.sameHamlet });
    await changeHousehold(
      ctx,
      'household.moved',
      household,
      {
        hamlet_id: hamlet.id,
        group_name: input.groupName,
        address: input.address,
        responsible_member_id: null,
      },
      { hamletIds: [household.hamlet_id, hamlet.id], hamletName: hamlet.name, on: input.on },
    );
    await refreshDerived(ctx, [household.id]);
  },
});
