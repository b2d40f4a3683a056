import { redirect } from '@sveltejs/kit';
import { isId, newId } from '#shared/ids.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { canRecordOutreach } from '#features/outreach/policy.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { sessionInput } from '../session-form.ts';
import { sessionChoices } from '../session-form.server.ts';

const forCommune = (actor: Actor) => canRecordOutreach(actor, { hamletId: null });
export const _access: Access = (actor) =>
  forCommune(actor) || hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head').length > 0;

/** `?ap=` the hamlet; without it the reader's own, or the whole commune for the office. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const hamlets = (await listHamlets(ctx)).filter((hamlet) =>
      canRecordOutreach(ctx.actor, { hamletId: hamlet.id }),
    );
    const ap = event.url.searchParams.get('ap') ?? '';
    const everywhere = forCommune(ctx.actor);
    const asked = isId(ap) ? hamlets.find((hamlet) => hamlet.id === ap) : undefined;
    const hamletId = asked?.id ?? (everywhere ? null : (hamlets[0]?.id ?? null));
    return {
      id: newId(ctx.now),
      hamletId,
      hamlets,
      everywhere,
      today: ctx.today,
      choices: await sessionChoices(ctx, hamletId),
    };
  });

export const actions: Actions = {
  /** Searches in the list of households; keeps all that was typed. */
  tim: async (event) => ({ problem: { values: await formOf(event) } }),
  luu: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await act(event, recordOutreach, sessionInput(values));
    if (problem) return problem;
    return redirect(303, `/tuyen-truyen/${done.id}?xong=ghi`);
  },
};
