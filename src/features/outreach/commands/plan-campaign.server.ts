import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { CampaignInput } from '../campaign.ts';
import { canPlanCampaigns, canSeeContents } from '../policy.ts';
import { checkChosen, outingsOf, planItems } from './campaign-outings.server.ts';

/**
 * Plans a campaign: each chosen channel in each chosen place, for its first day to begin with. The same id again plans nothing.
 * Tells 'outreach_campaign.planned'. Throws `input.invalid` for a channel, place or content that is not there.
 */
export const planCampaign = defineCommand({
  name: 'outreach.plan_campaign',
  input: CampaignInput,
  load: (ctx) => Promise.resolve(visible(ctx.actor, canSeeContents)),
  allow: (actor) => canPlanCampaigns(actor),
  async run(ctx, input) {
    const id = input.id ?? ctx.id();
    await checkChosen(ctx, input);
    const written = await ctx.tx
      .insertInto('outreach_campaigns')
      .values({
        commune_id: ctx.communeId,
        id,
        title: input.title,
        content_id: input.contentId,
        goal: input.goal,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        created_by: ctx.actor.accountId,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['commune_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return { id };
    const items = await planItems(ctx, id, outingsOf(input), input.startsOn);
    await ctx.emit({
      name: 'outreach_campaign.planned',
      hamletId: null,
      subject: 'outreach_campaign',
      subjectId: id,
      data: { title: input.title, startsOn: input.startsOn, endsOn: input.endsOn, items },
    });
    return { id };
  },
});
