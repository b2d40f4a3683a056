import { redirect } from '@sveltejs/kit';
import { draftEstimate } from '#features/budget/commands/write-estimate.server.ts';
import { canProposeEstimate } from '#features/budget/policy.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { yearOf } from '../../budget-year.ts';

export const _access: Access = canProposeEstimate;

/** `?loai=dieu-chinh`: a change of what was approved. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) =>
    Promise.resolve({
      id: newId(ctx.now),
      year: yearOf(event.url, ctx.today),
      isChange: event.url.searchParams.get('loai') === 'dieu-chinh',
    }),
  );

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, draftEstimate, await formOf(event));
    return problem ?? redirect(303, `/kinh-phi/du-toan/${done.id}?xong=du-toan`);
  },
};
