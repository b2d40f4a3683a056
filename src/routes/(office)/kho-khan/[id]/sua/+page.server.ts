import { redirect } from '@sveltejs/kit';
import { correctObstacle } from '#features/obstacles/commands/correct-obstacle.server.ts';
import { canCorrectObstacle } from '#features/obstacles/policy.ts';
import { clockOn } from '#features/obstacles/queries/clock.server.ts';
import { getObstacle } from '#features/obstacles/queries/obstacles.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const obstacle = await getObstacle(ctx, event.params.id);
    if (!canCorrectObstacle(ctx.actor, obstacle)) throw notFound();
    return { obstacle, clock: await clockOn(ctx, obstacle.raisedOn) };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, correctObstacle, {
      ...(await formOf(event)),
      obstacleId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/kho-khan/${event.params.id}?xong=sua`);
  },
};
