import { redirect } from '@sveltejs/kit';
import { correctBusiness } from '#features/commerce/commands/keep-business.server.ts';
import { canKeepAnyBusiness, canKeepBusiness } from '#features/commerce/policy.ts';
import { getBusiness } from '#features/commerce/queries/businesses.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepAnyBusiness;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const { id, name, kind, products, contactName, note, householdId, hamletId } = await getBusiness(
      ctx,
      event.params.id,
    );
    if (!canKeepBusiness(ctx.actor, { hamletId })) throw notFound();
    return { id, standing: { name, kind, products, contactName, note }, householdId };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, correctBusiness, {
      ...(await formOf(event)),
      businessId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/kinh-te-so/${event.params.id}?xong=sua`);
  },
};
