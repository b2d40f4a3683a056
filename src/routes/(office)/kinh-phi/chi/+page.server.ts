import { spendStates } from '#features/budget/model/spend-state.ts';
import { canKeepBudget, canSeeVouchers } from '#features/budget/policy.ts';
import { listSpends, spendsPerPage } from '#features/budget/queries/spends.server.ts';
import { isId } from '#shared/ids.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { yearOf } from '../budget-year.ts';
import { stateCodes } from './spend-states.ts';

export const _access: Access = canSeeVouchers;

/** Payments of a year (`?nam=`), of one step (`?buoc=`), after the last of the page before (`?sau=`). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const year = yearOf(event.url, ctx.today);
    const asked = event.url.searchParams.get('buoc');
    const state = spendStates.find((one) => stateCodes[one] === asked) ?? null;
    const after = event.url.searchParams.get('sau') ?? '';
    const all = await listSpends(ctx, { year, state, before: isId(after) ? after : null });
    const spends = all.slice(0, spendsPerPage);
    const last = all.length > spendsPerPage ? spends.at(-1) : undefined;
    const kept = `nam=${year}${state ? `&buoc=${stateCodes[state]}` : ''}`;
    return {
      year,
      state,
      spends,
      nextHref: last ? `/kinh-phi/chi?${kept}&sau=${last.id}` : null,
      mayAsk: canKeepBudget(ctx.actor),
    };
  });
