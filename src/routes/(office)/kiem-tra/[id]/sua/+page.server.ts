import { redirect } from '@sveltejs/kit';
import { cancelInspection, moveInspection } from '#features/inspection/commands/move-inspection.server.ts';
import { canKeepInspections } from '#features/inspection/policy.ts';
import { possibleInspectors } from '#features/inspection/queries/inspectors.server.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { inspectionAt } from '../../at.server.ts';
import { namedLists } from '../../form-fields.ts';

export const _access: Access = canKeepInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const inspection = await inspectionAt(ctx, event.params.id);
    if (inspection.state !== 'planned') throw notFound();
    return {
      inspection,
      people: (await possibleInspectors(ctx)).map(({ id, name }) => ({ value: id, label: name })),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = { ...(await formOf(event)), inspectionId: event.params.id };
    const { problem } = await act(event, moveInspection, values);
    if (problem) return namedLists(problem, ['people']);
    return redirect(303, `/kiem-tra/${event.params.id}?xong=doi`);
  },
  huy: async (event) => {
    const values = { ...(await formOf(event)), inspectionId: event.params.id };
    const { problem } = await act(event, cancelInspection, values);
    if (problem) return problem;
    return redirect(303, `/kiem-tra/${event.params.id}?xong=huy`);
  },
};
