import { redirect } from '@sveltejs/kit';
import { listCatalogue } from '#features/plans/queries.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { canKeepTopics } from '#features/training/policy.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canKeepTopics;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    platforms: (await listCatalogue(ctx, 'platform')).map(({ code, name }) => ({ code, name })),
    position: (await listTopics(ctx)).reduce((last, topic) => Math.max(last, topic.position), 0) + 10,
  }));

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, keepTopic, await formOf(event));
    if (problem) return problem;
    return redirect(303, '/tap-huan/chuyen-de?xong=chuyen-de');
  },
};
