import { isId } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import type { ClassState } from '#features/training/model/training-class.ts';
import {
  canOpenTraining,
  canPlanClass,
  canProposeClass,
  canSeeAllClasses,
} from '#features/training/policy.ts';
import { listClasses } from '#features/training/queries/classes.server.ts';
import { ownTraining } from '#features/training/queries/own-training.server.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { classFilter } from './class-filter.ts';
import { tabsOf } from './tabs.ts';
import { done } from './words.ts';

export const _access: Access = canOpenTraining;

/** `?loc=` the state, `?ap=` the hamlet, `?chuyen-de=` the topic. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const filter = classFilter(event.url.searchParams);
    const own = hamletsOf(ctx.actor, 'hamlet_team_leader', 'hamlet_head');
    const all = await listClasses(ctx, { ...filter, state: null });
    const numberIn = (state: ClassState) => all.filter((one) => one.state === state).length;
    return {
      tabs: tabsOf(ctx.actor, 'classes'),
      filter,
      counts: {
        proposed: numberIn('proposed'),
        planned: numberIn('planned'),
        held: numberIn('held'),
        cancelled: numberIn('cancelled'),
      },
      total: all.length,
      classes: filter.state ? all.filter((one) => one.state === filter.state) : all,
      hamlets: canSeeAllClasses(ctx.actor) ? await listHamlets(ctx) : [],
      topics: await listTopics(ctx),
      own: await ownTraining(ctx),
      mayPlan: canPlanClass(ctx.actor),
      mayPropose: own.some((hamletId) => isId(hamletId) && canProposeClass(ctx.actor, { hamletId })),
      done: doneText(done, event.url),
    };
  });
