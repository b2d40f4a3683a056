import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { canKeepTopics, canPlanClass } from '#features/training/policy.ts';
import { listTopics } from '#features/training/queries/topics.server.ts';
import { traineeChoices } from '#features/training/queries/trainees.server.ts';
import { newId } from '#shared/ids.ts';
import { act, actorOf, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who plans classes, and the leaders and heads who propose them. */
export const _access: Access = (actor) =>
  canPlanClass(actor) || hamletsOf(actor, 'hamlet_team_leader', 'hamlet_head').length > 0;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const plans = canPlanClass(ctx.actor);
    const own = hamletsOf(ctx.actor, 'hamlet_team_leader', 'hamlet_head');
    const members = await traineeChoices(ctx, null);
    return {
      id: newId(ctx.now),
      plans,
      hamlets: (await listHamlets(ctx)).filter((hamlet) => plans || own.includes(hamlet.id)),
      topics: (await listTopics(ctx)).filter((topic) => topic.retiredOn === null),
      members: members.filter((one) => plans || (one.hamletId !== null && own.includes(one.hamletId))),
      mayAddTopic: canKeepTopics(ctx.actor),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, planClass, await formOf(event));
    if (problem) return problem;
    return redirect(
      303,
      `/tap-huan/${done.id}?xong=${canPlanClass(actorOf(event)) ? 'len-lich' : 'de-xuat'}`,
    );
  },
};
