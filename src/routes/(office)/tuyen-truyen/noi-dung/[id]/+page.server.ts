import { redirect } from '@sveltejs/kit';
import { retireContent } from '#features/outreach/commands/write-content.server.ts';
import { canSeeContents, canWriteContents } from '#features/outreach/policy.ts';
import { listContentVersions } from '#features/outreach/queries/contents.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';
import { contentAt } from './seen-content.server.ts';

export const _access: Access = canSeeContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const content = await contentAt(ctx, event.params.id);
    const topics = await catalogueNames(ctx, 'topic');
    const platforms = await catalogueNames(ctx, 'platform');
    return {
      content,
      topicName: content.topic && (topics.get(content.topic) ?? content.topic),
      platformName: content.platform && (platforms.get(content.platform) ?? content.platform),
      versions: await listContentVersions(ctx, content.id),
      mayWrite: canWriteContents(ctx.actor),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  cat: async (event) => {
    const { problem } = await act(event, retireContent, { contentId: event.params.id });
    if (problem) return problem;
    return redirect(303, `/tuyen-truyen/noi-dung/${event.params.id}?xong=cat`);
  },
};
