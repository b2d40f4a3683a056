import { redirect } from '@sveltejs/kit';
import { moveSettlement } from '#features/budget/commands/settle.server.ts';
import { canSeeBudget, settlementStepsFor } from '#features/budget/policy.ts';
import { listSettlementEvents } from '#features/budget/queries/budget-events.server.ts';
import { getSettlement } from '#features/budget/queries/settlements.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../../words.ts';

export const _access: Access = canSeeBudget;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const settlement = await getSettlement(ctx, event.params.id);
    return {
      settlement,
      steps: settlementStepsFor(ctx.actor, settlement),
      events: await listSettlementEvents(ctx, settlement.id),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  buoc: async (event) => {
    const { id } = event.params;
    const { problem } = await act(event, moveSettlement, { ...(await formOf(event)), settlementId: id });
    return problem ?? redirect(303, `/kinh-phi/quyet-toan/${id}?xong=buoc`);
  },
};
