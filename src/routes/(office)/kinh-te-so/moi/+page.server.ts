import { redirect } from '@sveltejs/kit';
import { registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import { canKeepAnyBusiness, canKeepBusiness } from '#features/commerce/policy.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { getHouseholdPlace } from '#features/registry/queries/household-place.server.ts';
import { isId, newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepAnyBusiness;

/** `?ho=` from the page of a household: the business is that household's. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams.get('ho');
    const household = asked !== null && isId(asked) ? await getHouseholdPlace(ctx, asked) : null;
    const hamlets = (await listHamlets(ctx)).filter((hamlet) =>
      canKeepBusiness(ctx.actor, { hamletId: hamlet.id }),
    );
    return {
      id: newId(ctx.now),
      householdId: household === null ? null : asked,
      hamlets: household === null ? hamlets : hamlets.filter(({ id }) => id === household.hamletId),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, registerBusiness, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/kinh-te-so/${done.id}?xong=ghi`);
  },
};
