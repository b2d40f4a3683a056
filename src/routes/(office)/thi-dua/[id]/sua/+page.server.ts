import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { changeMovement } from '#features/emulation/commands/write-movement.server.ts';
import { canKeepMovement, canStartMovements } from '#features/emulation/policy.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { movementAt } from '../../movement-at.server.ts';
import { besideFields } from '../../movement-problem.server.ts';

export const _access: Access = canStartMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    movement: visible(
      await movementAt(ctx, event.params.id),
      (one) => one.state === 'draft' && canKeepMovement(ctx.actor, one),
    ),
    today: ctx.today,
    hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }));

export const actions: Actions = {
  default: async (event) => {
    const input = { ...(await formOf(event)), movementId: event.params.id };
    const { problem } = await act(event, changeMovement, input);
    return problem ? besideFields(problem) : redirect(303, `/thi-dua/${event.params.id}?xong=sua`);
  },
};
