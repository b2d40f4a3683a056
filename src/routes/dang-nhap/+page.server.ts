import { redirect } from '@sveltejs/kit';
import { signIn } from '#features/accounts/sessions.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { attempt, doorOf, formOf, text, type Access } from '../door.server.ts';
import { nextPage, setSessionCookie } from '../session-cookie.server.ts';

export const _access: Access = 'anyone';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (locals.actor) redirect(303, nextPage(url));
  const runtime = sharedRuntime();
  if (runtime.setupCode !== null) redirect(303, '/cai-dat');
  return { installedNow: url.searchParams.get('xong') === 'cai-dat' };
};

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await attempt(values, () =>
      signIn(doorOf(event), text(values, 'name'), text(values, 'password')),
    );
    if (problem) return problem;
    setSessionCookie(event.cookies, event.url, done);
    redirect(303, nextPage(event.url));
  },
};
