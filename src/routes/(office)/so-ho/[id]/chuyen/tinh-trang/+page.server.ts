import { redirect } from '@sveltejs/kit';
import { changeHouseholdState } from '#features/registry/commands/change-household-state.server.ts';
import { householdStates, mayBecome } from '#features/registry/model.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdToCorrect } from '../household-to-change.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdToCorrect(ctx, event.params.id);
    return {
      household: { id: household.id, headName: household.headName, state: household.state },
      nextStates: householdStates.filter((state) => mayBecome(household.state, state)),
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, changeHouseholdState, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=doi-ho`);
  },
};
