import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { CampaignChange } from '../campaign.ts';
import * as words from '../campaign-words.ts';
import { canPlanCampaigns, canSeeContents } from '../policy.ts';
import { getCampaign } from '../queries/campaigns.server.ts';
import { checkChosen, outingsOf, planItems } from './campaign-outings.server.ts';

/**
 * Changes what a campaign is called, says and wants, and its days, and adds outings: a channel in a place that it has already stays
 * as it is. What was held stays held. Tells 'outreach_campaign.changed'. Throws `input.invalid` when an outing that has not been would
 * lie outside the new days, and for a channel, place or content that is not there.
 */
export const changeCampaign = defineCommand({
  name: 'outreach.change_campaign',
  input: CampaignChange,
  load: async (ctx, input) => {
    visible(ctx.actor, canSeeContents);
    // Held before it is asked about: two who change it at once change it one after the other.
    found(
      await ctx.tx
        .selectFrom('outreach_campaigns')
        .select('id')
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', input.campaignId)
        .forUpdate()
        .executeTakeFirst(),
    );
    return getCampaign(ctx, input.campaignId);
  },
  allow: (actor) => canPlanCampaigns(actor),
  async run(ctx, input, before) {
    await checkChosen(ctx, input);
    const { title, contentId, goal, startsOn, endsOn } = input;
    const items = await ctx.tx
      .selectFrom('outreach_campaign_items')
      .select(['form', 'hamlet_id', 'state', 'planned_on'])
      .where('commune_id', '=', ctx.communeId)
      .where('campaign_id', '=', before.id)
      .execute();
    const outside = items.filter(
      (item) => item.state === 'planned' && (item.planned_on < startsOn || item.planned_on > endsOn),
    ).length;
    if (outside > 0)
      throw new Problem('input.invalid', {
        fields: { [endsOn < before.endsOn ? 'endsOn' : 'startsOn']: words.leftOutside(outside) },
      });
    await ctx.tx
      .updateTable('outreach_campaigns')
      .set({ title, content_id: contentId, goal, starts_on: startsOn, ends_on: endsOn })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', before.id)
      .execute();
    const isNew = (outing: { form: string; hamletId: string | null }) =>
      !items.some((item) => item.form === outing.form && item.hamlet_id === outing.hamletId);
    // Not for a day that has passed, where the campaign still has another.
    const first = ctx.today < startsOn ? startsOn : ctx.today > endsOn ? endsOn : ctx.today;
    const added = await planItems(ctx, before.id, outingsOf(input).filter(isNew), first);
    await ctx.emit({
      name: 'outreach_campaign.changed',
      hamletId: null,
      subject: 'outreach_campaign',
      subjectId: before.id,
      data: {
        before: {
          title: before.title,
          contentId: before.contentId,
          goal: before.goal,
          startsOn: before.startsOn,
          endsOn: before.endsOn,
        },
        after: { title, contentId, goal, startsOn, endsOn },
        added,
      },
    });
    return { id: before.id };
  },
});
