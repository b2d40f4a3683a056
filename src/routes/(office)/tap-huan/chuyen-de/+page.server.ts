import { catalogueNames } from '#features/plans/queries.server.ts';
import { canKeepTopics, canOpenTraining } from '#features/training/policy.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { tabsOf } from '../tabs.ts';
import { done } from '../words.ts';

export const _access: Access = canOpenTraining;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const names = await catalogueNames(ctx, 'platform');
    const topics = (await listTopics(ctx)).map((topic) => ({
      ...topic,
      materials: topic.platforms.map((code) => names.get(code) ?? code),
    }));
    return {
      tabs: tabsOf(ctx.actor, 'topics'),
      topics: topics.filter((topic) => topic.retiredOn === null),
      retired: topics.filter((topic) => topic.retiredOn !== null),
      mayKeep: canKeepTopics(ctx.actor),
      done: doneText(done, event.url),
    };
  });
