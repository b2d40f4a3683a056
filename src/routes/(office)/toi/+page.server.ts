import { redirect } from '@sveltejs/kit';
import { endOtherSessions } from '#features/accounts/commands/end-other-sessions.server.ts';
import { changePassword } from '#features/accounts/commands/keep.server.ts';
import { findAccount } from '#features/accounts/queries.server.ts';
import { listOwnSessions } from '#features/accounts/queries/own-sessions.server.ts';
import { passwordsDiffer } from '#features/accounts/words.ts';
import { listOwnDevices } from '#features/sync/queries/list-devices.server.ts';
import { found, Problem } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, read, signedIn, text, type Access } from '#routes/door.server.ts';
import { sessionCookie } from '#routes/session-cookie.server.ts';
import * as words from './words.ts';

export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    account: found(await findAccount(ctx, ctx.actor.accountId)),
    sessions: await listOwnSessions(ctx, event.cookies.get(sessionCookie) ?? ''),
    phones: await listOwnDevices(ctx),
    theme: event.locals.theme,
    done: doneText(words.done, event.url),
  }));

export const actions: Actions = {
  password: async (event) => {
    const values = await formOf(event);
    const same = await attempt(values, async () => {
      if (text(values, 'next') !== text(values, 'repeat'))
        throw new Problem('input.invalid', { fields: { repeat: passwordsDiffer } });
    });
    if (same.problem) return same.problem;
    const keepToken = event.cookies.get(sessionCookie) ?? '';
    const { problem } = await act(event, changePassword, { ...values, keepToken });
    return problem ?? redirect(303, '/toi?xong=mat-khau');
  },
  'end-others': async (event) => {
    const keepToken = event.cookies.get(sessionCookie) ?? '';
    const { problem } = await act(event, endOtherSessions, { keepToken });
    return problem ?? redirect(303, '/toi?xong=cac-may');
  },
};
