import { redirect } from '@sveltejs/kit';
import { writeContent } from '#features/outreach/commands/write-content.server.ts';
import { canWriteContents } from '#features/outreach/policy.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { contentChoices } from '../../content-choices.server.ts';
import { contentAt } from '../seen-content.server.ts';

export const _access: Access = canWriteContents;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const content = await contentAt(ctx, event.params.id);
    return { content, choices: await contentChoices(ctx, content) };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, writeContent, {
      ...(await formOf(event)),
      contentId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/tuyen-truyen/noi-dung/${done.id}?xong=ghi`);
  },
};
