import { redirect } from '@sveltejs/kit';
import { keepSource } from '#features/budget/commands/keep-source.server.ts';
import { canKeepBudget } from '#features/budget/policy.ts';
import { getSource } from '#features/budget/queries/budget-year.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepBudget;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    return { source: await getSource(ctx, event.params.id) };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, keepSource, { ...values, id: event.params.id });
    return problem ?? redirect(303, `/kinh-phi?nam=${text(values, 'year')}&xong=nguon`);
  },
};
