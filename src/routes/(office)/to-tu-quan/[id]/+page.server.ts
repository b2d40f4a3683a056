import { redirect } from '@sveltejs/kit';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { canCorrectGroup, canOpenGroups, stepsFor } from '#features/groups/policy.ts';
import { getGroup, listGroupEvents } from '#features/groups/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canOpenGroups;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const group = await getGroup(ctx, event.params.id);
    return {
      group,
      events: await listGroupEvents(ctx, group.id),
      steps: stepsFor(ctx.actor, group),
      mayCorrect: canCorrectGroup(ctx.actor, group),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  buoc: async (event) => {
    const values = { ...(await formOf(event)), groupId: event.params.id };
    const { problem } = await act(event, setGroupState, values);
    if (problem) return problem;
    return redirect(303, `/to-tu-quan/${event.params.id}?xong=buoc`);
  },
};
