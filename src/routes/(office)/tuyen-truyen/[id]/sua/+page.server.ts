import { redirect } from '@sveltejs/kit';
import { hamletsOf } from '#features/accounts/model.ts';
import { correctOutreach } from '#features/outreach/commands/correct-outreach.server.ts';
import { canRecordOutreach } from '#features/outreach/policy.ts';
import { newId } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { sessionInput } from '../../session-form.ts';
import { sessionChoices } from '../../session-form.server.ts';
import { seenSession } from '../seen-session.server.ts';

export const _access: Access = (actor) =>
  canRecordOutreach(actor, { hamletId: null }) ||
  hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { session, mayCorrect } = await seenSession(ctx, event.params.id);
    found(mayCorrect || null);
    return {
      id: newId(ctx.now),
      session,
      choices: await sessionChoices(ctx, session.hamletId),
    };
  });

export const actions: Actions = {
  /** Searches in the list of households; keeps all that was typed. */
  tim: async (event) => ({ problem: { values: await formOf(event) } }),
  luu: async (event) => {
    const { done, problem } = await act(event, correctOutreach, sessionInput(await formOf(event)));
    if (problem) return problem;
    return redirect(303, `/tuyen-truyen/${done.id}?xong=sua`);
  },
};
