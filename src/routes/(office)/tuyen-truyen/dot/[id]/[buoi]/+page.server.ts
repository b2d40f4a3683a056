import { redirect } from '@sveltejs/kit';
import { runCommand, visible } from '#platform/commands/command.server.ts';
import { dropItem, holdCampaignItem, moveItem } from '#features/outreach/commands/campaign-items.server.ts';
import { formOfChannel } from '#features/outreach/content.ts';
import { canMoveItem, canRecordOutreach, canSeeContents } from '#features/outreach/policy.ts';
import { listCampaignItems } from '#features/outreach/queries/campaigns.server.ts';
import { getContent } from '#features/outreach/queries/contents.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { newId } from '#shared/ids.ts';
import { act, attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { sessionInput } from '../../../session-form.ts';
import { sessionChoices } from '../../../session-form.server.ts';
import { campaignAt } from '../seen-campaign.server.ts';

export const _access: Access = canSeeContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const campaign = await campaignAt(ctx, event.params.id);
    const item = visible(
      (await listCampaignItems(ctx, campaign.id)).find((one) => one.id === event.params.buoi),
      (one) => one.state === 'planned' && canRecordOutreach(ctx.actor, one),
    );
    const choices = await sessionChoices(ctx, item.hamletId);
    const content = campaign.contentId === null ? null : await getContent(ctx, campaign.contentId);
    const forms = choices.forms.filter((form) => form.value === item.form);
    const isMass = forms.some((form) => form.mass);
    return {
      id: newId(ctx.now),
      campaign,
      item,
      formName: forms[0]?.label ?? item.form,
      choices: { ...choices, forms, households: isMass ? null : choices.households },
      script: content?.[formOfChannel(item.form)] ?? null,
      today: ctx.today,
      mayMove: canMoveItem(ctx.actor, item),
    };
  });

const back = (campaignId: string, code: string) =>
  redirect(303, `/tuyen-truyen/dot/${campaignId}?xong=${code}`);

export const actions: Actions = {
  /** Searches in the list of households; keeps all that was typed. */
  tim: async (event) => ({ problem: { values: await formOf(event) } }),
  luu: async (event) => {
    const values = await formOf(event);
    const { problem } = await attempt(values, () =>
      runCommand(sharedRuntime().database, holdCampaignItem, originOf(event), {
        itemId: event.params.buoi,
        session: sessionInput(values),
      }),
    );
    if (problem) {
      const { fields } = problem.data.problem;
      problem.data.problem.fields = Object.fromEntries(
        Object.entries(fields).map(([name, text]) => [name.replace(/^session\./, ''), text]),
      );
      return problem;
    }
    return back(event.params.id, 'ghi');
  },
  ngay: async (event) => {
    const { problem } = await act(event, moveItem, { ...(await formOf(event)), itemId: event.params.buoi });
    return problem ?? back(event.params.id, 'ngay');
  },
  bo: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, dropItem, {
      note: values['dropNote'] ?? '',
      itemId: event.params.buoi,
    });
    if (problem) {
      const { note, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields = note === undefined ? fields : { ...fields, dropNote: note };
      return problem;
    }
    return back(event.params.id, 'bo');
  },
};
