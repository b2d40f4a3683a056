import type { Feature } from '#platform/feature.server.ts';
import { keepBaseline } from './baseline.server.ts';
import { keepMonths } from './months.server.ts';
import { householdChanges } from './household-changes.ts';
import { markByClock, markIfOld, markGroups, markHouseholds } from './reactions.server.ts';

/** The plan's targets: marks and counters that follow whatever happens below (laws 5 and 9). */
export const targets: Feature = {
  name: 'targets',
  reactions: [
    { on: householdChanges, react: markHouseholds, when: 'end' },
    {
      on: ['group.registered', 'group.state_changed', 'group.corrected', 'group.hamlet_merged'],
      react: markGroups,
    },
    {
      on: ['plan.created', 'plan.changed', 'catalogue.added', 'catalogue.changed'],
      react: markIfOld,
    },
  ],
  daily: [markByClock, keepBaseline, keepMonths],
};
