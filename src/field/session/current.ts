import { getContext, setContext } from 'svelte';
import type { Session } from './session.svelte.ts';

const key = Symbol('session');

/** For the app's root: every screen below gets the session by `currentSession`. */
export function provideSession(session: () => Session): void {
  setContext(key, session);
}

/** The open session of the screen. */
export function currentSession(): Session {
  return getContext<() => Session>(key)();
}
