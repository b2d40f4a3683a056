import { redirect } from '@sveltejs/kit';
import { recordActivity } from '#features/emulation/commands/record-activity.server.ts';
import { canOpenMovements } from '#features/emulation/policy.ts';
import { newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { activityChoices, activityInput, mayRecordSome } from '../../../activity-form.server.ts';
import { besideFields } from '../../../movement-problem.server.ts';
import { movementAt } from '../../../movement-at.server.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    if (!(await mayRecordSome(ctx, movement))) throw notFound();
    return {
      movement,
      id: newId(ctx.now),
      today: movement.endsOn < ctx.today ? movement.endsOn : ctx.today,
      choices: await activityChoices(ctx, movement),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const input = { ...activityInput(await formOf(event)), movementId: event.params.id };
    const { problem } = await act(event, recordActivity, input);
    return problem ? besideFields(problem) : redirect(303, `/thi-dua/${event.params.id}/ra-quan?xong=buoi`);
  },
};
