import * as z from 'zod/mini';
import { callCommand, defineCommand, visible } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canKeepMembers, canSeeTeam } from '#features/org/policy.ts';
import { findTeam, listMembers } from '#features/org/queries.server.ts';
import { isHamletRole, Login, roles } from '../model.ts';
import * as words from '../words.ts';
import { inviteAccount, type Invitation } from './invite.server.ts';

/** An invitation with the name that stands on its slip. */
export interface NamedInvitation extends Invitation {
  fullName: string;
}

const Person = z.object({
  memberId: id,
  login: Login,
  roles: z.array(z.enum(roles)).check(z.minLength(1, words.needsRole), z.maxLength(5)),
});

/**
 * Invites members of a team, all or nobody, so that no code is lost on the way (issue 2 line 5). Roles of hamlets are given in the
 * team's own hamlet. Throws what `inviteAccount` throws, with the person's place in the list: `people.0.login`.
 */
export const inviteMembers = defineCommand({
  name: 'account.invite_members',
  input: z.object({
    teamId: id,
    people: z.array(Person).check(z.minLength(1, words.choosePeople), z.maxLength(100)),
  }),
  load: async (ctx, input) =>
    visible(await findTeam(ctx, input.teamId), (team) => canSeeTeam(ctx.actor, team)),
  allow: (actor, team) => canKeepMembers(actor, team),
  run: async (ctx, input, team): Promise<NamedInvitation[]> => {
    const members = await listMembers(ctx, team.id);
    const invitations: NamedInvitation[] = [];
    for (const [index, person] of input.people.entries()) {
      const member = members.find((one) => one.id === person.memberId && one.endedOn === null);
      if (!member) throw new Problem('state.conflict', { message: words.memberNotInTeam });
      const account = {
        login: person.login,
        fullName: member.fullName,
        memberId: member.id,
        roles: person.roles.map((role) => ({ role, hamletId: isHamletRole(role) ? team.hamletId : null })),
      };
      try {
        invitations.push({ ...(await callCommand(ctx, inviteAccount, account)), fullName: member.fullName });
      } catch (cause) {
        throw placed(cause, index);
      }
    }
    return invitations;
  },
});

/** A Problem of one person of a list, with its fields where the list has them. */
function placed(cause: unknown, index: number): unknown {
  if (!(cause instanceof Problem)) return cause;
  const fields = Object.fromEntries(
    Object.entries(cause.fields).map(([name, text]) => [`people.${index}.${name}`, text]),
  );
  return new Problem(cause.code, { ...(cause.hasMessage && { message: cause.message }), fields });
}
