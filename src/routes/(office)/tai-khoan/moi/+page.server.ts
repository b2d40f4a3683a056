import { inviteAccount } from '#features/accounts/commands/invite.server.ts';
import { communeRoles, hasRole } from '#features/accounts/model.ts';
import { canGrant } from '#features/accounts/policy.ts';
import { roleNames } from '#features/accounts/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, actorOf, formOf, text, type Access } from '#routes/door.server.ts';

export const _access: Access = (actor) => hasRole(actor, 'commune_admin');

export const load: PageServerLoad = (event) => {
  const actor = actorOf(event);
  return {
    roles: communeRoles
      .filter((role) => canGrant(actor, role, null))
      .map((role) => ({ value: role, label: roleNames[role] })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const role = text(values, 'role');
    const { done, problem } = await act(event, inviteAccount, {
      login: text(values, 'login'),
      fullName: text(values, 'fullName'),
      roles: role === '' ? [] : [{ role }],
    });
    if (!problem)
      return { slip: { ...done, fullName: text(values, 'fullName') }, address: `${event.url.origin}/moi` };
    const { fields } = problem.data.problem;
    problem.data.problem.values = values;
    if (fields.roles) problem.data.problem.fields = { ...fields, role: fields.roles };
    return problem;
  },
};
