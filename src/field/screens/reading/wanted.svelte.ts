import type { Session } from '../../session/session.svelte.ts';
import type { Wanted } from './household-filter.ts';

const bySession = new WeakMap<Session, Wanted>();

/** What is looked for in the list of households: it stays while its owner goes elsewhere, and nobody else finds it (P4). */
export function wantedOf(session: Session): Wanted {
  let wanted = bySession.get(session);
  if (!wanted) {
    const fresh: Wanted = $state({ query: '', filter: 'all', group: '' });
    bySession.set(session, (wanted = fresh));
  }
  return wanted;
}
