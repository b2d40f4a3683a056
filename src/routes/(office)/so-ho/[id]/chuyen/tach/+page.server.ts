import { redirect } from '@sveltejs/kit';
import { listHamlets } from '#features/org/queries.server.ts';
import { splitHousehold } from '#features/registry/commands/split-household.server.ts';
import { canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdToReshape } from '../household-to-change.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdToReshape(ctx, event.params.id);
    return {
      household: {
        id: household.id,
        headId: household.headId,
        hamletId: household.hamletId,
        groupName: household.groupName,
      },
      living: household.residents
        .filter((one) => one.state === 'living')
        .map(({ id, fullName, relation, relationText }) => ({ id, fullName, relation, relationText })),
      hamlets: (await listHamlets(ctx)).filter((hamlet) =>
        canReshapeHouseholds(ctx.actor, [household.place, { hamletId: hamlet.id }]),
      ),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { residentIds: [], ...(await formOf(event)), householdId: event.params.id };
    const { done, problem } = await act(event, splitHousehold, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${done.id}?xong=tach-ho`);
  },
};
