import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { registerResident } from '#features/registry/commands/register-resident.server.ts';
import { canEditHousehold, canOpenRegister } from '#features/registry/policy.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../../seen-household.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = visible(
      await householdAt(ctx, event.params.id),
      ({ place, mergedInto }) => mergedInto === null && canEditHousehold(ctx.actor, place),
    );
    return {
      household: { id: household.id, headName: household.headName },
      residentId: newId(ctx.now),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, registerResident, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=them-nguoi`);
  },
};
