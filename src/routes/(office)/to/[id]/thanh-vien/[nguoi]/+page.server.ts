import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { changeMember, endMember } from '#features/org/commands/teams.server.ts';
import { canHandOver } from '#features/leaving/policy.ts';
import { canKeepMembers } from '#features/org/policy.ts';
import { findMember } from '#features/org/queries.server.ts';
import { isId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, signedIn, type Access } from '#routes/door.server.ts';
import { seenTeam } from '../../../seen-team.server.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const team = visible(await seenTeam(ctx, event.params.id), (team) => canKeepMembers(ctx.actor, team));
    const { nguoi } = event.params;
    const member = visible(
      isId(nguoi) ? await findMember(ctx, nguoi) : null,
      (member) => member.teamId === team.id,
    );
    const mayHandOver = canHandOver(ctx.actor, { memberId: member.id, hamletId: member.hamletId });
    return { team, member, mayHandOver, today: ctx.today };
  });

export const actions: Actions = {
  change: async (event) => {
    const values = { ...(await formOf(event)), memberId: event.params.nguoi };
    const { problem } = await act(event, changeMember, values);
    if (problem) return problem;
    return redirect(303, `/to/${event.params.id}?xong=sua-nguoi`);
  },
  end: async (event) => {
    const values = { ...(await formOf(event)), memberId: event.params.nguoi };
    const { problem } = await act(event, endMember, values);
    if (problem) return problem;
    return redirect(303, `/to/${event.params.id}?xong=cho-thoi`);
  },
};
