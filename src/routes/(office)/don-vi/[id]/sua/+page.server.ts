import { redirect } from '@sveltejs/kit';
import { endUnit, keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { canKeepUnitList } from '#features/units/policy.ts';
import { accountsForUnits } from '#features/units/queries/units.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { unitAt } from '../../seen-unit.server.ts';

export const _access: Access = canKeepUnitList;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    unit: await unitAt(ctx, event.params.id),
    today: ctx.today,
    accounts: (await accountsForUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }));

export const actions: Actions = {
  luu: async (event) => {
    const unitId = event.params.id;
    const { problem } = await act(event, keepUnit, { ...(await formOf(event)), unitId });
    return problem ?? redirect(303, `/don-vi/${unitId}?xong=luu`);
  },
  thoi: async (event) => {
    const unitId = event.params.id;
    const { problem } = await act(event, endUnit, { ...(await formOf(event)), unitId });
    return problem ?? redirect(303, '/don-vi?xong=thoi');
  },
};
