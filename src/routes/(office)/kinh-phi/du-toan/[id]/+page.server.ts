import { redirect } from '@sveltejs/kit';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import { moveEstimate } from '#features/budget/commands/move-estimate.server.ts';
import { writeLine } from '#features/budget/commands/write-estimate.server.ts';
import { canSeeBudget, canWriteEstimate, estimateStepsFor } from '#features/budget/policy.ts';
import { listEstimateEvents } from '#features/budget/queries/budget-events.server.ts';
import { getEstimate } from '#features/budget/queries/estimates.server.ts';
import { isId, newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../../words.ts';
import { lineChoices } from '../line-choices.server.ts';

export const _access: Access = canSeeBudget;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const estimate = await getEstimate(ctx, event.params.id);
    const mayWrite = canWriteEstimate(ctx.actor, estimate);
    const names = await namesOfAccounts(ctx, [estimate.preparedBy]);
    return {
      estimate,
      preparedBy: names.get(estimate.preparedBy) ?? '—',
      events: await listEstimateEvents(ctx, estimate.id),
      steps: estimateStepsFor(ctx.actor, estimate),
      mayWrite,
      choices: mayWrite ? await lineChoices(ctx, estimate.year) : null,
      newLineId: newId(ctx.now),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  dong: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, writeLine, { ...(await formOf(event)), estimateId: id });
    return problem ?? redirect(303, `/kinh-phi/du-toan/${id}?xong=dong`);
  },
  buoc: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, moveEstimate, { ...(await formOf(event)), estimateId: id });
    return problem ?? redirect(303, `/kinh-phi/du-toan/${id}?xong=buoc`);
  },
};
