import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import { canCorrectVisit } from '#features/visits/policy.ts';
import { getVisit } from '#features/visits/queries/list-visits-of.server.ts';
import { getPlacedVisit } from '#features/visits/queries/visit-place.server.ts';
import { isId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../../seen-household.server.ts';
import { namesOfCatalogue } from '../../contacts.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = await householdAt(ctx, event.params.id);
    const visit = await getVisit(
      ctx,
      visible(event.params.visit, (id) => isId(id)),
    );
    return {
      household: { id: household.id, headName: household.headName },
      visit,
      names: await namesOfCatalogue(ctx),
      mayCorrect: canCorrectVisit(ctx.actor, await getPlacedVisit(ctx, visit.id)),
    };
  });

export const actions: Actions = {
  withdraw: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, withdrawVisit, { ...values, visitId: event.params.visit });
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=rut-gap`);
  },
};
