import { redirect } from '@sveltejs/kit';
import { keepChecklist } from '#features/inspection/commands/keep-checklist.server.ts';
import { canKeepInspections } from '#features/inspection/policy.ts';
import { currentChecklist } from '#features/inspection/queries/checklist.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canKeepInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    checklist: await currentChecklist(ctx),
    done: doneText(done, event.url),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, keepChecklist, await formOf(event));
    if (problem) return problem;
    return redirect(303, '/kiem-tra/danh-muc?xong=danh-muc');
  },
};
