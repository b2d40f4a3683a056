import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { addMember } from '#features/org/commands/teams.server.ts';
import { canKeepMembers } from '#features/org/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import { seenTeam } from '../../../seen-team.server.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const team = visible(
      await seenTeam(ctx, event.params.id),
      (team) => canKeepMembers(ctx.actor, team) && team.endedOn === null,
    );
    return { team, today: ctx.today };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, addMember, { ...values, teamId: event.params.id });
    if (problem) return problem;
    return redirect(303, `/to/${event.params.id}?xong=them-nguoi`);
  },
};
