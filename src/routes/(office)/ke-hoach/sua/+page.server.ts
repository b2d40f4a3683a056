import { redirect } from '@sveltejs/kit';
import { changePlan } from '#features/plans/commands.server.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { findPlan, getPlan } from '#features/plans/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { savePlan } from '../plan-form.server.ts';
import { inputOf } from '../plan-input.ts';

export const _access: Access = canKeepPlan;

/** The plan in force, or the one of `?ban=<id>`. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const wanted = event.url.searchParams.get('ban');
    if (wanted !== null && !isId(wanted)) throw notFound();
    const plan = wanted === null ? found(await findPlan(ctx)) : await getPlan(ctx, wanted);
    return { planId: plan.id, plan: inputOf(plan) };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await savePlan(event, changePlan, values);
    return problem ?? redirect(303, `/ke-hoach?ban=${text(values, 'planId')}&xong=sua`);
  },
};
