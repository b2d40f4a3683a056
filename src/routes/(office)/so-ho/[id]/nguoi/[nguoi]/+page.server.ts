import { redirect } from '@sveltejs/kit';
import { changeResidentState } from '#features/registry/commands/change-resident-state.server.ts';
import { correctResident } from '#features/registry/commands/correct-resident.server.ts';
import { unmergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { nameHead } from '#features/registry/commands/name-head.server.ts';
import { residentMayBecome, residentStates } from '#features/registry/model.ts';
import { canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import { listMergedPeople } from '#features/registry/queries/list-merged-people.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { personAt } from '../person-at.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { household, person } = await personAt(ctx, event.params);
    const mayReshape = canReshapeHouseholds(ctx.actor, [household.place]);
    return {
      household: { id: household.id, headName: household.headName },
      person,
      isHead: household.headId === person.id,
      mayReshape,
      mayMove: mayReshape && household.headId !== person.id && person.state === 'living',
      doubles: await listMergedPeople(ctx, person.id),
      nextStates: residentStates.filter((state) => residentMayBecome(person.state, state)),
      today: ctx.today,
    };
  });

export const actions: Actions = {
  correct: async (event) => {
    const { relationBefore, ...typed } = await formOf(event);
    // The list's own word for the relation ("Dâu") goes when another relation is chosen.
    const changed = typed['relation'] !== undefined && typed['relation'] !== relationBefore;
    const values = {
      ...typed,
      ...(changed ? { relationText: '' } : {}),
      residentId: event.params.nguoi,
    };
    const { problem } = await act(event, correctResident, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=sua-nguoi`);
  },
  state: async (event) => {
    const values = { ...(await formOf(event)), residentId: event.params.nguoi };
    const { problem } = await act(event, changeResidentState, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=doi-nguoi`);
  },
  unmerge: async (event) => {
    const { problem } = await act(event, unmergeResidents, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=go-nguoi`);
  },
  head: async (event) => {
    const values = { householdId: event.params.id, residentId: event.params.nguoi };
    const { problem } = await act(event, nameHead, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=chu-ho`);
  },
};
