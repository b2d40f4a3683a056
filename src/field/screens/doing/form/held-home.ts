import type { PhoneHome } from '#features/sync/model/home.ts';
import type { Session } from '../../../session/session.svelte.ts';

/** The household of a form, for a `$derived`: it stays when it leaves the phone while somebody writes about it (P1). */
export function heldHome(session: Session, id: () => string): () => PhoneHome | undefined {
  let last: PhoneHome | undefined;
  return () => {
    void session.version;
    last = session.register.home(id()) ?? last;
    return last;
  };
}
