import { redirect } from '@sveltejs/kit';
import { keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { canKeepUnitList } from '#features/units/policy.ts';
import { accountsForUnits } from '#features/units/queries/units.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepUnitList;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    today: ctx.today,
    accounts: (await accountsForUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }));

export const actions: Actions = {
  luu: async (event) => {
    const { done, problem } = await act(event, keepUnit, { kind: '', ...(await formOf(event)) });
    return problem ?? redirect(303, `/don-vi/${done}?xong=luu`);
  },
};
