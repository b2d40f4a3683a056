import { redirect } from '@sveltejs/kit';
import { keepSupportClock } from '#features/support/commands/keep-clock.server.ts';
import { canKeepSupportClock } from '#features/support/policy.ts';
import { supportClockOn } from '#features/support/queries/clock.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canKeepSupportClock;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    clock: await supportClockOn(ctx, ctx.today),
    done: doneText(done, event.url),
  }));

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, keepSupportClock, await formOf(event));
    if (problem) return problem;
    return redirect(303, '/ho-tro/thoi-han?xong=han');
  },
};
