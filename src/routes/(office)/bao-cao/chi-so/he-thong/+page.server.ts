import { redirect } from '@sveltejs/kit';
import { addReportingSystem } from '#features/indicators/commands/keep-reporting-system.server.ts';
import { canKeepIndicators, canOpenIndicators } from '#features/indicators/policy.ts';
import { listSystems } from '#features/indicators/queries/mappings.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenIndicators;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ systems: await listSystems(ctx), mayKeep: canKeepIndicators(ctx.actor) }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, addReportingSystem, await formOf(event));
    return problem ?? redirect(303, `/bao-cao/chi-so/he-thong/${done}?xong=he`);
  },
};
