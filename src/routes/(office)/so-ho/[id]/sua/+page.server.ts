import { error, redirect } from '@sveltejs/kit';
import { correctHousehold } from '#features/registry/commands/correct-household.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { canEditHousehold, canOpenRegister, canSetPolicyClass } from '#features/registry/policy.ts';
import { problemText } from '#shared/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, actorOf, formOf, type Access } from '#routes/door.server.ts';
import { seeHouseholdOf } from '../../seen-household.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = async (event) => {
  const household = await seeHouseholdOf(event);
  const actor = actorOf(event);
  if (household.mergedInto !== null || !canEditHousehold(actor, household.place))
    error(404, { code: 'not_found', message: problemText.not_found });
  return { household, mayPolicy: canSetPolicyClass(actor, household.place) };
};

export const actions: Actions = {
  correct: async (event) => {
    const values = { ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, correctHousehold, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=sua-ho`);
  },
  policy: async (event) => {
    const values = { vulnerableIds: [], ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, setPolicyClass, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=dien-chinh-sach`);
  },
};
