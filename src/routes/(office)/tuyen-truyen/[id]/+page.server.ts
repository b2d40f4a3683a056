import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { withdrawOutreach } from '#features/outreach/commands/withdraw-outreach.server.ts';
import { catalogueNames } from '#features/plans/queries.server.ts';
import { canSeeAllVisits } from '#features/visits/policy.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';
import { seenSession } from './seen-session.server.ts';

export const _access: Access = (actor) =>
  canSeeAllVisits(actor) || hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { session, mayCorrect } = await seenSession(ctx, event.params.id);
    return {
      session,
      mayCorrect,
      hamletName: session.hamletId === null ? null : (await findHamlet(ctx, session.hamletId))?.name,
      forms: Object.fromEntries(await catalogueNames(ctx, 'outreach_form')),
      topics: Object.fromEntries(await catalogueNames(ctx, 'topic')),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  rut: async (event) => {
    const { done: result, problem } = await act(event, withdrawOutreach, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/tuyen-truyen/${result.id}?xong=rut`);
  },
};
