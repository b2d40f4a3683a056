import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { correctGroup } from '#features/groups/commands/correct-group.server.ts';
import { canCorrectGroup, canSeeAllGroups } from '#features/groups/policy.ts';
import { getGroup } from '#features/groups/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = (actor) =>
  canSeeAllGroups(actor) || hamletsOf(actor, 'hamlet_head').length > 0;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const group = await getGroup(ctx, event.params.id);
    if (!canCorrectGroup(ctx.actor, group)) throw notFound();
    return { group };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, correctGroup, {
      ...(await formOf(event)),
      groupId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/to-tu-quan/${event.params.id}?xong=sua`);
  },
};
