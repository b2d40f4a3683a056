import type { Cookies } from '@sveltejs/kit';
import type { SignedIn } from '#features/accounts/sessions.server.ts';

export const sessionCookie = 'to-so';

/** Puts the session into the browser: not readable by scripts, not sent from other sites' forms; only over TLS where there is TLS. */
export function setSessionCookie(cookies: Cookies, url: URL, session: SignedIn): void {
  cookies.set(sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    expires: session.expiresAt,
  });
}

export function clearSessionCookie(cookies: Cookies): void {
  cookies.delete(sessionCookie, { path: '/' });
}

/** The page to go on with after signing in: only a path of this site. */
export function nextPage(url: URL): string {
  const wanted = url.searchParams.get('tiep') ?? '';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/hom-nay';
}
