import { state } from '#features/outreach/campaign-words.ts';
import { canSeeContents } from '#features/outreach/policy.ts';
import { listCampaignItems } from '#features/outreach/queries/campaigns.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { formatDay } from '#shared/calendar.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { exported as words, wholeCommune } from '../../words.ts';
import { campaignAt } from '../seen-campaign.server.ts';

export const _access: Access = canSeeContents;

/** The campaign's plan with what came of it, as its reader sees it. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'outreach_campaign',
    title: words.title,
    columns: words.columns,
    rows: async (ctx) => {
      const names = await catalogueNames(ctx, 'outreach_form');
      const campaign = await campaignAt(ctx, event.params.id);
      return (await listCampaignItems(ctx, campaign.id)).map((item) => [
        formatDay(item.plannedOn),
        names.get(item.form) ?? item.form,
        item.hamletName ?? wholeCommune,
        state[item.state],
        item.heldOn && formatDay(item.heldOn),
        item.households,
        item.estimatedPeople,
        item.note,
      ]);
    },
  });
