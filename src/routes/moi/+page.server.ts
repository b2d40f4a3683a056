import { redirect } from '@sveltejs/kit';
import { NewPassword } from '#features/accounts/model.ts';
import { acceptInvitation, findInvitation } from '#features/accounts/sessions.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { Problem } from '#shared/problem.ts';
import * as z from 'zod/mini';
import type { Actions } from './$types';
import { attempt, doorOf, formOf, text, type Access } from '../door.server.ts';
import { setSessionCookie } from '../session-cookie.server.ts';
import * as words from '../words.ts';

export const _access: Access = 'anyone';

const Passwords = z.object({ password: NewPassword, repeat: z.string() });

export const actions: Actions = {
  /** First step: whose code is it? */
  check: async (event) => {
    const values = await formOf(event);
    const code = text(values, 'invitationCode');
    const { done, problem } = await attempt(values, async () => {
      const invitation = await findInvitation(doorOf(event), code);
      if (!invitation) throw new Problem('invitation.not_valid');
      return invitation;
    });
    return problem ?? { invitation: done, code };
  },
  /** Second step: choose a password; the code is used up. */
  accept: async (event) => {
    const values = await formOf(event);
    const code = text(values, 'invitationCode');
    const { done, problem } = await attempt(values, () => {
      const { password, repeat } = parseInput(Passwords, values);
      if (password !== repeat)
        throw new Problem('input.invalid', { fields: { repeat: words.invitation.differ } });
      return acceptInvitation(doorOf(event), code, password);
    });
    if (problem) {
      const invitation = { fullName: text(values, 'fullName'), login: text(values, 'login') };
      return problem.data.problem.code === 'input.invalid' ? { ...problem.data, invitation, code } : problem;
    }
    setSessionCookie(event.cookies, event.url, done);
    redirect(303, '/hom-nay');
  },
};
