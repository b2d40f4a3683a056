import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { registrationEnds } from '#features/groups/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The hamlets' heads register. */
export const _access: Access = (actor) => hamletsOf(actor, 'hamlet_head').length > 0;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const own = hamletsOf(ctx.actor, 'hamlet_head');
    return {
      id: newId(ctx.now),
      hamlets: (await listHamlets(ctx)).filter((hamlet) => own.includes(hamlet.id)),
      today: ctx.today,
      lastDay: registrationEnds(Number(ctx.today.slice(0, 4))),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, registerGroup, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/to-tu-quan/${done.id}?xong=dang-ky`);
  },
};
