import { redirect } from '@sveltejs/kit';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { keepTopic, retireTopic } from '#features/training/commands/keep-topic.server.ts';
import { canKeepTopics } from '#features/training/policy.ts';
import { getTopic } from '#features/training/queries/topics.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepTopics;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    return {
      topic: await getTopic(ctx, event.params.id),
      platforms: (await listCatalogue(ctx, 'platform')).map(({ code, name }) => ({ code, name })),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = { ...(await formOf(event)), topicId: event.params.id };
    const { problem } = await act(event, keepTopic, values);
    if (problem) return problem;
    return redirect(303, '/tap-huan/chuyen-de?xong=chuyen-de');
  },
  'thoi-dung': async (event) => {
    const { problem } = await act(event, retireTopic, { topicId: event.params.id });
    if (problem) return problem;
    return redirect(303, '/tap-huan/chuyen-de?xong=chuyen-de');
  },
};
