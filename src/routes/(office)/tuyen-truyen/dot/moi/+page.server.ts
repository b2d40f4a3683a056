import { redirect } from '@sveltejs/kit';
import { listHamlets } from '#features/org/queries.server.ts';
import { planCampaign } from '#features/outreach/commands/plan-campaign.server.ts';
import { canPlanCampaigns } from '#features/outreach/policy.ts';
import { listContents } from '#features/outreach/queries/contents.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { newId } from '#shared/ids.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canPlanCampaigns;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    id: newId(ctx.now),
    today: ctx.today,
    contents: (await listContents(ctx)).map(({ id, title }) => ({ value: id, label: title })),
    // A visit to one household is recorded on that household's page.
    forms: (await listCatalogue(ctx, 'outreach_form'))
      .filter(({ code }) => code !== 'home_visit')
      .map(({ code, name, details }) => ({ value: code, label: name, mass: details.mass })),
    hamlets: (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, planCampaign, await formOf(event));
    if (problem) {
      // Lists of choices carry [] in their names; the summary leads to the first of them.
      const { forms, places, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields = {
        ...fields,
        ...(forms !== undefined && { 'forms[]': forms }),
        ...(places !== undefined && { 'places[]': places }),
      };
      return problem;
    }
    return redirect(303, `/tuyen-truyen/dot/${done.id}?xong=lap`);
  },
};
