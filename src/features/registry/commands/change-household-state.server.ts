import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { HouseholdStateChange, mayBecome } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import { lockLiveHousehold, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeHousehold } from './change-row.server.ts';

/**
 * Đang cư trú, vắng dài ngày, đã chuyển đi, giải thể (domain/06 §6.6), since a day. Problems: `state.conflict` when the state it
 * has does not lead there, `input.invalid` for a day that is still to come.
 */
export const changeHouseholdState = defineCommand({
  name: 'household.change_state',
  input: HouseholdStateChange,
  load: (ctx, input) => lockLiveHousehold(ctx, input.householdId),
  allow: (actor, household) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, household) {
    if (input.on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (!mayBecome(household.state, input.state)) {
      const names = words.householdStateNames;
      throw new Problem('state.conflict', {
        message: words.stateNotPossible(names[household.state], names[input.state]),
      });
    }
    await changeHousehold(ctx, 'household.state_changed', household, {
      state: input.state,
      state_on: input.on,
    });
  },
});
