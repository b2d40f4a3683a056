import { redirect } from '@sveltejs/kit';
import { firstDayOf } from '#shared/calendar.ts';
import { addIndicator } from '#features/indicators/commands/keep-indicator.server.ts';
import { canKeepIndicators } from '#features/indicators/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { figureOptions } from '../figure-options.server.ts';

export const _access: Access = canKeepIndicators;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    figures: await figureOptions(ctx),
    suggested: firstDayOf(`${ctx.today.slice(0, 4)}-01`),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, addIndicator, await formOf(event));
    return problem ?? redirect(303, '/bao-cao/chi-so?xong=them');
  },
};
