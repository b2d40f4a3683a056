import { redirect } from '@sveltejs/kit';
import { keepSource } from '#features/budget/commands/keep-source.server.ts';
import { canKeepBudget } from '#features/budget/policy.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { yearOf } from '../../budget-year.ts';

export const _access: Access = canKeepBudget;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) =>
    Promise.resolve({ id: newId(ctx.now), year: yearOf(event.url, ctx.today), today: ctx.today }),
  );

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, keepSource, values);
    return problem ?? redirect(303, `/kinh-phi?nam=${text(values, 'year')}&xong=nguon`);
  },
};
