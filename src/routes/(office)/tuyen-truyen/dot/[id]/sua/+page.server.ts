import { redirect } from '@sveltejs/kit';
import { changeCampaign } from '#features/outreach/commands/change-campaign.server.ts';
import { canPlanCampaigns } from '#features/outreach/policy.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { campaignChoices, namedInForm } from '../../campaign-choices.server.ts';
import { campaignAt } from '../seen-campaign.server.ts';

export const _access: Access = canPlanCampaigns;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    campaign: await campaignAt(ctx, event.params.id),
    choices: await campaignChoices(ctx),
  }));

export const actions: Actions = {
  default: async (event) => {
    const input = { ...(await formOf(event)), campaignId: event.params.id };
    const { done, problem } = await act(event, changeCampaign, input);
    if (problem) {
      problem.data.problem.fields = namedInForm(problem.data.problem.fields);
      return problem;
    }
    return redirect(303, `/tuyen-truyen/dot/${done.id}?xong=sua`);
  },
};
