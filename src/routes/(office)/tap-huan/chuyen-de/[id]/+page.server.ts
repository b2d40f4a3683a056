import { listCatalogue } from '#features/plans/queries.server.ts';
import { nationalCourses } from '#features/training/model/topic.ts';
import { canKeepTopics, canOpenTraining } from '#features/training/policy.ts';
import { getTopic } from '#features/training/queries/topics.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';

export const _access: Access = canOpenTraining;

/** A topic with its guidance cards, as they stand on the phones too. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const topic = await getTopic(ctx, event.params.id);
    const platforms = await listCatalogue(ctx, 'platform');
    return {
      topic,
      nationalCourses,
      materials: platforms
        .filter(({ code }) => topic.platforms.includes(code))
        .map(({ code, name, details }) => ({
          code,
          name,
          purpose: details.purpose,
          link: details.link,
          checkedOn: details.checkedOn,
        })),
      mayKeep: canKeepTopics(ctx.actor),
    };
  });
