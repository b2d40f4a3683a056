import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem, type FieldProblems } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { CampaignInput } from '../campaign.ts';
import * as words from '../campaign-words.ts';
import { canPlanCampaigns, canSeeContents } from '../policy.ts';
import { listContents } from '../queries/contents.server.ts';

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
    const fields: FieldProblems = {};
    const forms = new Set((await listCatalogue(ctx, 'outreach_form')).map((entry) => entry.code));
    if (!input.forms.every((form) => forms.has(form))) fields['forms'] = words.notInCatalogue;
    const hamlets = new Set((await listHamlets(ctx)).map((hamlet) => hamlet.id));
    if (!input.places.every((place) => place === null || hamlets.has(place)))
      fields['places'] = words.placeGone;
    const isContent =
      input.contentId === null || (await listContents(ctx)).some((one) => one.id === input.contentId);
    if (!isContent) fields['contentId'] = words.contentGone;
    if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
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
    const items = [...new Set(input.places)].flatMap((place) =>
      [...new Set(input.forms)].map((form) => ({
        commune_id: ctx.communeId,
        id: ctx.id(),
        campaign_id: id,
        hamlet_id: place,
        form,
        planned_on: input.startsOn,
        state: 'planned' as const,
        session_id: null,
        note: null,
      })),
    );
    await ctx.tx.insertInto('outreach_campaign_items').values(items).execute();
    await ctx.emit({
      name: 'outreach_campaign.planned',
      hamletId: null,
      subject: 'outreach_campaign',
      subjectId: id,
      data: { title: input.title, startsOn: input.startsOn, endsOn: input.endsOn, items: items.length },
    });
    return { id };
  },
});
