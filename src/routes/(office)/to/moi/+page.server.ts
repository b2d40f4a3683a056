import { redirect } from '@sveltejs/kit';
import { foundTeam } from '#features/org/commands/teams.server.ts';
import { canKeepUnits } from '#features/org/policy.ts';
import { findHamlet, getCommune } from '#features/org/queries.server.ts';
import { communeTeamName, hamletTeamName } from '#features/org/words.ts';
import { isId } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import * as words from '../words.ts';

export const _access: Access = canKeepUnits;

/** `?ap=<id>`: the hamlet whose team is founded; without it the commune's own. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const hamletId = event.url.searchParams.get('ap');
    const commune = await getCommune(ctx);
    if (hamletId === null) {
      const name = communeTeamName(commune.teamKindName, commune.title);
      return { hamletId: '', place: words.commune, name, today: ctx.today };
    }
    const hamlet = found(isId(hamletId) ? await findHamlet(ctx, hamletId) : null);
    const name = hamletTeamName(commune.teamKindName, hamlet.name);
    return { hamletId: hamlet.id, place: hamlet.name, name, today: ctx.today };
  });

export const actions: Actions = {
  default: async (event) => {
    const { done, problem } = await act(event, foundTeam, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/to/${done}?xong=lap-to`);
  },
};
