import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { residentMayBecome, ResidentStateChange } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import { lockLiveResident, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeResident } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/**
 * Mất, chuyển đi, trở lại, since a day. Somebody who is head stays the household's name until another head is named (the page asks).
 * Problems as for a household's state.
 */
export const changeResidentState = defineCommand({
  name: 'resident.change_state',
  input: ResidentStateChange,
  load: (ctx, input) => lockLiveResident(ctx, input.residentId),
  allow: (actor, { household }) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, { resident, household }) {
    if (input.on > ctx.today) throw new Problem('input.invalid', { fields: { on: words.dayInFuture } });
    if (!residentMayBecome(resident.state, input.state)) {
      const names = words.residentStateNames;
      throw new Problem('state.conflict', {
        message: words.stateNotPossible(names[resident.state], names[input.state]),
      });
    }
    await changeResident(ctx, 'resident.state_changed', resident, household.hamlet_id, {
      state: input.state,
      state_on: input.on,
    });
    await refreshDerived(ctx, [household.id]);
  },
});
