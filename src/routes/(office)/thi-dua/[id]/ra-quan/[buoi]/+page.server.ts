import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { cancelActivity, correctActivity } from '#features/emulation/commands/record-activity.server.ts';
import { canOpenMovements, canRecordActivity } from '#features/emulation/policy.ts';
import { getActivity } from '#features/emulation/queries/activities.server.ts';
import { isId, newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { activityChoices, activityInput } from '../../../activity-form.server.ts';
import { besideFields } from '../../../movement-problem.server.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.buoi)) throw notFound();
    const { activity, movement } = visible(
      await getActivity(ctx, event.params.buoi),
      (one) =>
        one.movement.id === event.params.id &&
        one.movement.state === 'launched' &&
        canRecordActivity(ctx.actor, {
          createdBy: one.movement.createdBy,
          hamletId: one.activity.hamletId,
        }),
    );
    return {
      movement,
      activity,
      id: newId(ctx.now),
      today: ctx.today,
      choices: await activityChoices(ctx, movement),
    };
  });

const back = (movementId: string, code: string) =>
  redirect(303, `/thi-dua/${movementId}/ra-quan?xong=${code}`);

export const actions: Actions = {
  sua: async (event) => {
    const input = { ...activityInput(await formOf(event)), activityId: event.params.buoi };
    const { problem } = await act(event, correctActivity, input);
    return problem ? besideFields(problem) : back(event.params.id, 'buoi-sua');
  },
  huy: async (event) => {
    const reason = text(await formOf(event), 'cancelReason');
    const { problem } = await act(event, cancelActivity, { reason, activityId: event.params.buoi });
    if (problem) {
      const { reason: wrong, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields = wrong === undefined ? fields : { ...fields, cancelReason: wrong };
      return problem;
    }
    return back(event.params.id, 'buoi-huy');
  },
};
