import type { Feature } from '#platform/feature.server.ts';
import { householdChanges } from '#features/targets/household-changes.ts';
import { pruneGone, touchHomes } from './scopes.server.ts';
import { phonesWaiting } from './waiting.server.ts';

/** The phones: which rows go to which, and what comes back from them. */
export const sync: Feature = {
  name: 'sync',
  reactions: [{ on: householdChanges, react: touchHomes, when: 'end' }],
  daily: [pruneGone],
  waiting: phonesWaiting,
};
