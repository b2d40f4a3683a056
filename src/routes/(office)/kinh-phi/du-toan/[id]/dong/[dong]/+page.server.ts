import { redirect } from '@sveltejs/kit';
import { removeLine, writeLine } from '#features/budget/commands/write-estimate.server.ts';
import { canProposeEstimate, canWriteEstimate } from '#features/budget/policy.ts';
import { getEstimate } from '#features/budget/queries/estimates.server.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { lineChoices } from '../../../line-choices.server.ts';

export const _access: Access = canProposeEstimate;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const estimate = await getEstimate(ctx, event.params.id);
    if (!canWriteEstimate(ctx.actor, estimate)) throw notFound();
    return {
      estimate: { id: estimate.id, title: estimate.title, kind: estimate.kind },
      line: found(estimate.lines.find(({ id }) => id === event.params.dong)),
      choices: await lineChoices(ctx, estimate.year),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const { id, dong } = event.params;
    const { problem } = await act(event, writeLine, { ...(await formOf(event)), id: dong, estimateId: id });
    return problem ?? redirect(303, `/kinh-phi/du-toan/${id}?xong=dong`);
  },
  bo: async (event) => {
    const { id, dong } = event.params;
    const { problem } = await act(event, removeLine, { lineId: dong, estimateId: id });
    return problem ?? redirect(303, `/kinh-phi/du-toan/${id}?xong=bo`);
  },
};
