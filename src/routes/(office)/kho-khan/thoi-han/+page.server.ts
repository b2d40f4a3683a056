import { redirect } from '@sveltejs/kit';
import { keepClock } from '#features/obstacles/commands/keep-clock.server.ts';
import { canKeepClock } from '#features/obstacles/policy.ts';
import { clockOn } from '#features/obstacles/queries/clock.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canKeepClock;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ clock: await clockOn(ctx, ctx.today), done: doneText(done, event.url) }));

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, keepClock, await formOf(event));
    if (problem) return problem;
    return redirect(303, '/kho-khan/thoi-han?xong=han');
  },
};
