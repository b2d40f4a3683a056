import { fail } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { inviteMembers } from '#features/accounts/commands/invite-members.server.ts';
import { suggestLogin } from '#features/accounts/model.ts';
import { membersWithAccount } from '#features/accounts/queries.server.ts';
import { takenLogins } from '#features/accounts/queries/logins.server.ts';
import { canKeepMembers } from '#features/org/policy.ts';
import { listMembers } from '#features/org/queries.server.ts';
import type { FieldProblems } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, signedIn, text, type Access, type FormValues } from '#routes/door.server.ts';
import { likelyRole, rolesToGive } from '../../roles-to-give.ts';
import { seenTeam } from '../../seen-team.server.ts';

export const _access: Access = signedIn;

/** Members without an account: all of the team, or the one of `?nguoi=`. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const team = visible(
      await seenTeam(ctx, event.params.id),
      (team) => canKeepMembers(ctx.actor, team) && team.endedOn === null,
    );
    const active = (await listMembers(ctx, team.id)).filter((member) => member.endedOn === null);
    const ids = active.map((member) => member.id);
    const accounts = await membersWithAccount(ctx, ids);
    const only = event.url.searchParams.get('nguoi');
    const taken = await takenLogins(ctx);
    const choices = rolesToGive(ctx.actor, team.hamletId);
    const people = active
      .filter((member) => !accounts.has(member.id) && (only === null || member.id === only))
      .map((member) => {
        const phone = /^0\d{9}$/.test(member.phone ?? '') ? member.phone : null;
        const login = phone !== null && !taken.has(phone) ? phone : suggestLogin(member.fullName, taken);
        taken.add(login);
        return { id: member.id, fullName: member.fullName, login, role: likelyRole(choices, member) };
      });
    return { team, choices, people };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const rows = rowsOf(values);
    const chosen = rows.flatMap((row, place) => (row.chosen === 'yes' ? [{ ...row, place }] : []));
    const { done, problem } = await act(event, inviteMembers, {
      teamId: event.params.id,
      people: chosen.map(({ memberId, login, role }) => ({
        memberId,
        login,
        roles: role === '' ? [] : role.split('+'),
      })),
    });
    if (!problem)
      return { slips: done, address: `${event.url.origin}/moi`, phone: `${event.url.origin}/di-dong` };
    const fields: FieldProblems = {};
    for (const [path, sentence] of Object.entries(problem.data.problem.fields)) {
      const place = chosen[Number(path.split('.')[1])]?.place;
      fields[place === undefined ? path : `people.${place}.${path.endsWith('login') ? 'login' : 'role'}`] =
        sentence;
    }
    return fail(problem.status, { problem: { ...problem.data.problem, fields }, rows });
  },
};

interface Row {
  memberId: string;
  login: string;
  role: string;
  chosen: string;
}

/** The rows as they were sent, ticked or not. */
function rowsOf(values: FormValues): Row[] {
  return (Array.isArray(values.people) ? values.people : []).map((row) => {
    const cell = (name: string) =>
      typeof row === 'object' && !Array.isArray(row) && !(row instanceof File) ? text(row, name) : '';
    return { memberId: cell('memberId'), login: cell('login'), role: cell('role'), chosen: cell('chosen') };
  });
}
