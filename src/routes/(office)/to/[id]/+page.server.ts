import { redirect } from '@sveltejs/kit';
import { membersWithAccount } from '#features/accounts/queries.server.ts';
import { endTeam } from '#features/org/commands/teams.server.ts';
import { canKeepMembers, canKeepUnits } from '#features/org/policy.ts';
import { listMembers } from '#features/org/queries.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import { rolesToGive } from '../roles-to-give.ts';
import { seenTeam } from '../seen-team.server.ts';
import * as words from '../words.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const team = await seenTeam(ctx, event.params.id);
    const members = await listMembers(ctx, team.id);
    const active = members.filter((member) => member.endedOn === null);
    const mayKeep = canKeepMembers(ctx.actor, team) && team.endedOn === null;
    const accounts = mayKeep
      ? await membersWithAccount(
          ctx,
          active.map((member) => member.id),
        )
      : new Map<string, string>();
    return {
      team,
      active: active.map((member) => ({ ...member, hasAccount: accounts.has(member.id) })),
      former: members.filter((member) => member.endedOn !== null),
      mayKeep,
      mayInvite: mayKeep && rolesToGive(ctx.actor, team.hamletId).length > 0,
      mayEnd: canKeepUnits(ctx.actor) && team.endedOn === null,
      today: ctx.today,
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  end: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, endTeam, { ...values, teamId: event.params.id });
    if (problem) return problem;
    return redirect(303, `/to/${event.params.id}?xong=ket-thuc`);
  },
};
