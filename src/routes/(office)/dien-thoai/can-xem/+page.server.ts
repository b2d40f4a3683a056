import { redirect } from '@sveltejs/kit';
import { decideReview } from '#features/sync/commands/decide-review.server.ts';
import { canOpenReviews } from '#features/sync/policy.ts';
import { listAttention } from '#features/sync/queries/list-attention.server.ts';
import { listReviews } from '#features/sync/queries/list-reviews.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { phoneTabs } from '../phone-tabs.ts';
import { done } from '../words.ts';

export const _access: Access = canOpenReviews;

/** Open questions, and page by page (`?sau=` the key of the last seen) what phones told that was not simply written. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const after = event.url.searchParams.get('sau');
    const reviews = await listReviews(ctx, null);
    return {
      tabs: phoneTabs(ctx.actor, 'look', reviews.length),
      reviews: after === null ? reviews : [],
      isFirst: after === null,
      attention: await listAttention(ctx, { hamletId: null }, after),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, decideReview, values);
    if (problem) return problem;
    return redirect(303, `/dien-thoai/can-xem?xong=${text(values, 'decision') === 'told' ? 'may' : 'so'}`);
  },
};
