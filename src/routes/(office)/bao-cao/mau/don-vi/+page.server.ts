import { redirect } from '@sveltejs/kit';
import { notFound } from '#shared/problem.ts';
import { endReportUnit, keepReportUnit } from '#features/reports/commands/keep-units.server.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { accountsForUnits, keptUnits } from '#features/reports/queries/report-units.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { units as words } from '../words.ts';

export const _access: Access = canKeepForms;

/** The units and one empty form; `?ma=<id>` the form of that one. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const units = await keptUnits(ctx);
    const asked = event.url.searchParams.get('ma');
    const unit = units.find(({ id }) => id === asked) ?? null;
    if (asked !== null && unit === null) throw notFound();
    return {
      units,
      unit,
      accounts: (await accountsForUnits(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const { problem } = await act(event, keepReportUnit, await formOf(event));
    return problem ?? redirect(303, '/bao-cao/mau/don-vi?xong=luu');
  },
  bo: async (event) => {
    const { problem } = await act(event, endReportUnit, await formOf(event));
    return problem ?? redirect(303, '/bao-cao/mau/don-vi?xong=bo');
  },
};
