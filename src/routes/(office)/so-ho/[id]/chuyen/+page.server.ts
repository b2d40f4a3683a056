import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { unmergeHouseholds } from '#features/registry/commands/unmerge-households.server.ts';
import { canEditHousehold, canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import { listMergedInto } from '#features/registry/queries/list-merged-into.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../seen-household.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = visible(await householdAt(ctx, event.params.id), ({ place }) =>
      canEditHousehold(ctx.actor, place),
    );
    return {
      household: { id: household.id, headName: household.headName, merged: household.mergedInto !== null },
      mayReshape: canReshapeHouseholds(ctx.actor, [household.place]),
      doubles: await listMergedInto(ctx, household.id),
    };
  });

export const actions: Actions = {
  unmerge: async (event) => {
    const { problem } = await act(event, unmergeHouseholds, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=go-gop`);
  },
};
