import { redirect } from '@sveltejs/kit';
import { requestSpend } from '#features/budget/commands/request-spend.server.ts';
import { canKeepBudget } from '#features/budget/policy.ts';
import { getBudgetYear } from '#features/budget/queries/budget-year.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { yearOf } from '../../budget-year.ts';

export const _access: Access = canKeepBudget;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const year = yearOf(event.url, ctx.today);
    const { lines } = await getBudgetYear(ctx, year);
    return {
      id: newId(ctx.now),
      year,
      lines: lines.flatMap(({ id, name, hamlet, free }) =>
        free !== null && free > 0n ? [{ id, name: hamlet === null ? name : `${name}, ${hamlet}`, free }] : [],
      ),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, requestSpend, await formOf(event));
    return problem ?? redirect(303, `/kinh-phi/chi/${done.id}?xong=chi`);
  },
};
