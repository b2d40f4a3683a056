import { redirect } from '@sveltejs/kit';
import { planCampaign } from '#features/outreach/commands/plan-campaign.server.ts';
import { canPlanCampaigns } from '#features/outreach/policy.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { campaignChoices, namedInForm } from '../campaign-choices.server.ts';

export const _access: Access = canPlanCampaigns;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    id: newId(ctx.now),
    today: ctx.today,
    choices: await campaignChoices(ctx),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, planCampaign, await formOf(event));
    if (problem) {
      problem.data.problem.fields = namedInForm(problem.data.problem.fields);
      return problem;
    }
    return redirect(303, `/tuyen-truyen/dot/${done.id}?xong=lap`);
  },
};
