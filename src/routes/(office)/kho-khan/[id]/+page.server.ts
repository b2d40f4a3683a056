import { redirect } from '@sveltejs/kit';
import { directObstacle } from '#features/obstacles/commands/direct-obstacle.server.ts';
import { moveObstacle } from '#features/obstacles/commands/move-obstacle.server.ts';
import { canCorrectObstacle, canDirectObstacle, speaksFor, stepsFor } from '#features/obstacles/policy.ts';
import { clockOn } from '#features/obstacles/queries/clock.server.ts';
import { getObstacle, listObstacleSteps } from '#features/obstacles/queries/obstacles.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, signedIn, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const obstacle = await getObstacle(ctx, event.params.id);
    return {
      obstacle,
      story: await listObstacleSteps(ctx, obstacle.id),
      steps: stepsFor(ctx.actor, obstacle),
      isOwn: speaksFor(ctx.actor, obstacle),
      mayDirect: canDirectObstacle(ctx.actor, obstacle),
      mayCorrect: canCorrectObstacle(ctx.actor, obstacle),
      clock: await clockOn(ctx, ctx.today),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  /** Each step has its own words on the page (`note-resolved`), so that two forms never share the name of a field. */
  buoc: async (event) => {
    const values = await formOf(event);
    const own = `note-${text(values, 'to')}`;
    const note = text(values, own);
    const { problem } = await act(event, moveObstacle, { ...values, note, obstacleId: event.params.id });
    if (problem) {
      const { note: wrong, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields = wrong === undefined ? fields : { ...fields, [own]: wrong };
      return problem;
    }
    return redirect(303, `/kho-khan/${event.params.id}?xong=buoc`);
  },
  'chi-dao': async (event) => {
    const { problem } = await act(event, directObstacle, {
      ...(await formOf(event)),
      obstacleId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/kho-khan/${event.params.id}?xong=chi-dao`);
  },
};
