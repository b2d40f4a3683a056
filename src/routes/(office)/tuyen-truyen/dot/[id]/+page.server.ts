import { canPlanCampaigns, canRecordOutreach, canSeeContents } from '#features/outreach/policy.ts';
import { campaignReach, listCampaignItems } from '#features/outreach/queries/campaigns.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { done } from '../words.ts';
import { campaignAt } from './seen-campaign.server.ts';

export const _access: Access = canSeeContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const campaign = await campaignAt(ctx, event.params.id);
    const names = await catalogueNames(ctx, 'outreach_form');
    return {
      campaign,
      items: (await listCampaignItems(ctx, campaign.id)).map((item) => ({
        ...item,
        formName: names.get(item.form) ?? item.form,
        isLate: item.state === 'planned' && item.plannedOn < ctx.today,
        mayRecord: item.state === 'planned' && canRecordOutreach(ctx.actor, item),
      })),
      mayChange: canPlanCampaigns(ctx.actor),
      reach: await campaignReach(ctx, campaign.id),
      done: doneText(done, event.url),
    };
  });
