import { canPlanCampaigns, canSeeContents } from '#features/outreach/policy.ts';
import { listCampaigns } from '#features/outreach/queries/campaigns.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canSeeContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    campaigns: await listCampaigns(ctx),
    mayPlan: canPlanCampaigns(ctx.actor),
  }));
