import type { Feature } from '#platform/feature.server.ts';
import { registryChanges } from '#features/registry/model/events.ts';
import { keepBaseline } from './baseline.server.ts';
import { keepMonths } from './months.server.ts';
import { markByClock, markIfOld, markGroups, markHouseholds } from './reactions.server.ts';

/** The plan's targets: marks and counters that follow whatever happens below (laws 5 and 9). */
export const targets: Feature = {
  name: 'targets',
  reactions: [
    { on: registryChanges, react: markHouseholds },
    {
      on: [
        'visit.recorded',
        'visit.corrected',
        'visit.withdrawn',
        'digital.recorded',
        'skill.checked',
        'helper.assigned',
        'helper.ended',
        'outreach.recorded',
        'outreach.corrected',
        'outreach.withdrawn',
      ],
      react: markHouseholds,
    },
    { on: ['group.registered', 'group.state_changed', 'group.corrected'], react: markGroups },
    {
      on: ['plan.created', 'plan.changed', 'catalogue.added', 'catalogue.changed'],
      react: markIfOld,
    },
  ],
  daily: [markByClock, keepBaseline, keepMonths],
};
