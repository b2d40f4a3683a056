import { redirect } from '@sveltejs/kit';
import { newId } from '#shared/ids.ts';
import { sumDong } from '#shared/dong.ts';
import { openSettlement } from '#features/budget/commands/settle.server.ts';
import {
  canKeepBudget,
  canOpenBudget,
  canProposeEstimate,
  canSeeBudget,
  canSeeVouchers,
} from '#features/budget/policy.ts';
import { budgetYears, getBudgetYear } from '#features/budget/queries/budget-year.server.ts';
import { listEstimates } from '#features/budget/queries/estimates.server.ts';
import { listSettlements } from '#features/budget/queries/settlements.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { doneText } from '#routes/done-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { yearOf } from './budget-year.ts';
import { done } from './words.ts';

export const _access: Access = canOpenBudget;

/** The money of a plan year (`?nam=`): the whole of it for the offices, the team's own for leader and head of a hamlet. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const year = yearOf(event.url, ctx.today);
    const { actor } = ctx;
    const seesAll = canSeeBudget(actor);
    const running = Number(ctx.today.slice(0, 4));
    const years = [...new Set([running, year, ...(await budgetYears(ctx))])].sort(
      (one, other) => other - one,
    );
    return {
      years,
      ...(await getBudgetYear(ctx, year)),
      seesAll,
      estimates: seesAll ? await listEstimates(ctx, year) : [],
      settlements: seesAll
        ? (await listSettlements(ctx, year)).map(({ lines, ...one }) => ({
            ...one,
            paid: sumDong(lines.map(({ paid }) => paid)),
          }))
        : [],
      id: newId(ctx.now),
      may: {
        keep: canKeepBudget(actor),
        propose: canProposeEstimate(actor),
        spends: canSeeVouchers(actor),
      },
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  quyet: async (event) => {
    const { done: made, problem } = await act(event, openSettlement, await formOf(event));
    return problem ?? redirect(303, `/kinh-phi/quyet-toan/${made.id}?xong=quyet-toan`);
  },
};
