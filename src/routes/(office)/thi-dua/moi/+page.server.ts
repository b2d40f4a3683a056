import { redirect } from '@sveltejs/kit';
import { draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { canStartMovements } from '#features/emulation/policy.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { besideFields } from '../movement-problem.server.ts';

export const _access: Access = canStartMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    id: newId(ctx.now),
    today: ctx.today,
    hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, draftMovement, await formOf(event));
    return problem ? besideFields(problem) : redirect(303, `/thi-dua/${done.id}?xong=soan`);
  },
};
