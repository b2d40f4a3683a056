import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { formOf, text, type Access } from '../door.server.ts';

export const _access: Access = 'anyone';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  /** Light, dark, or as the device says; kept in a cookie of this browser. */
  default: async (event) => {
    const theme = text(await formOf(event), 'nen');
    if (theme === 'light' || theme === 'dark')
      event.cookies.set('nen', theme, {
        path: '/',
        maxAge: 365 * 24 * 60 * 60,
        sameSite: 'lax',
        httpOnly: true,
        secure: event.url.protocol === 'https:',
      });
    else event.cookies.delete('nen', { path: '/' });
    const from = event.request.headers.get('referer');
    redirect(303, from?.startsWith(event.url.origin) ? from : '/');
  },
};
