import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import '#features/index.server.ts';
import { actorOfToken } from '#features/accounts/sessions.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';
import { accessOf } from '#routes/access.server.ts';
import { sessionCookie } from '#routes/session-cookie.server.ts';

/**
 * Every request of a page: who asks, then the route's own rule, then the page. What nobody declared does not exist;
 * what one may not open looks as if it did not exist (law 6).
 */
export const handle: Handle = async ({ event, resolve }) => {
  const runtime = sharedRuntime();
  const token = event.cookies.get(sessionCookie);
  const theme = event.cookies.get('nen');
  Object.assign(event.locals, {
    now: runtime.now(),
    actor: null,
    requestId: event.request.headers.get('x-request-id') ?? '',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  });
  if (token) event.locals.actor = await actorOfToken(runtime.database, token, event.locals.now);
  if (event.route.id !== null) guard(event);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%toso.theme%', event.locals.theme ? `data-theme="${event.locals.theme}"` : ''),
  });
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

function guard(event: RequestEvent): void {
  const access = accessOf(event.route.id ?? '');
  if (access === 'anyone') return;
  const { actor } = event.locals;
  if (!actor) {
    if (event.request.method === 'GET')
      redirect(303, `/dang-nhap?tiep=${encodeURIComponent(event.url.pathname + event.url.search)}`);
    error(401, { code: 'sign_in.required', message: problemText['sign_in.required'] });
  }
  if (!access?.(actor)) error(404, { code: 'not_found', message: problemText.not_found });
}

export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error;
  if (caught.kind !== 'unknown') return { code: 'not_found', message: problemText.not_found };
  if (caught.error instanceof Problem)
    return { status: caught.error.status, code: caught.error.code, message: problemText[caught.error.code] };
  const { event } = caught;
  sharedRuntime().log.error(
    { requestId: event.locals.requestId, route: event.route.id, err: caught.error },
    'unexpected',
  );
  return { code: 'unexpected', message: problemText.unexpected };
};
