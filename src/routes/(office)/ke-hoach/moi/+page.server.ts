import { redirect } from '@sveltejs/kit';
import { getCommune } from '#features/org/queries.server.ts';
import { createPlan } from '#features/plans/commands.server.ts';
import { blankPlan } from '#features/plans/plan-2026.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, type Access } from '#routes/door.server.ts';
import { savePlan } from '../plan-form.server.ts';

export const _access: Access = canKeepPlan;

/** A draft for the year of `?nam=`; this year without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = event.url.searchParams.get('nam') ?? '';
    const year = Number(/^20[2-9]\d$/.test(asked) ? asked : ctx.today.slice(0, 4));
    return { plan: blankPlan(year, (await getCommune(ctx)).title) };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await savePlan(event, createPlan, await formOf(event));
    return problem ?? redirect(303, `/ke-hoach?ban=${done}&xong=lap`);
  },
};
