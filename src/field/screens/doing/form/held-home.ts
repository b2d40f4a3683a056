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

/** What the phone's owner is in a household's hamlet. */
export function rolesIn(session: Session, hamletId: string): readonly string[] {
  return session.book?.hamlets.find((hamlet) => hamlet.id === hamletId)?.roles ?? [];
}

/** Leads the hamlet: names helpers, moves households, takes back others' visits. */
export function leads(session: Session, hamletId: string): boolean {
  const roles = rolesIn(session, hamletId);
  return roles.includes('hamlet_team_leader') || roles.includes('hamlet_head');
}
