import { redirect } from '@sveltejs/kit';
import { signOut } from '#features/accounts/sessions.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { Actions, PageServerLoad } from './$types';
import type { Access } from '../door.server.ts';
import { clearSessionCookie, sessionCookie } from '../session-cookie.server.ts';

export const _access: Access = 'anyone';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ cookies, locals }) => {
    const token = cookies.get(sessionCookie);
    if (token) await signOut(sharedRuntime().database, token, locals.now);
    clearSessionCookie(cookies);
    redirect(303, '/dang-nhap');
  },
};
