import { redirect } from '@sveltejs/kit';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { canRaiseObstacle } from '#features/obstacles/policy.ts';
import { clockOn } from '#features/obstacles/queries/clock.server.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    id: newId(ctx.now),
    own: hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head')[0] ?? null,
    hamlets: (await listHamlets(ctx)).filter((hamlet) =>
      canRaiseObstacle(ctx.actor, { hamletId: hamlet.id }),
    ),
    clock: await clockOn(ctx, ctx.today),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, raiseObstacle, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/kho-khan/${done.id}?xong=gui`);
  },
};
