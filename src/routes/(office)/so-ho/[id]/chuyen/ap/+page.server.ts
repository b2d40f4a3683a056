import { redirect } from '@sveltejs/kit';
import { listHamlets } from '#features/org/queries.server.ts';
import { moveHousehold } from '#features/registry/commands/move-household.server.ts';
import { canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdToReshape } from '../household-to-change.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdToReshape(ctx, event.params.id);
    return {
      household: { id: household.id, headName: household.headName },
      hamlets: (await listHamlets(ctx)).filter(
        (hamlet) =>
          hamlet.id !== household.hamletId &&
          canReshapeHouseholds(ctx.actor, [household.place, { hamletId: hamlet.id }]),
      ),
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, moveHousehold, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=chuyen-ho`);
  },
};
