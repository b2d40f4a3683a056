import { elderlyFrom, phoneAgeFrom } from '#features/registry/model/priority.ts';
import type { PriorityReason } from '#features/registry/model.ts';
import type { Condition } from './definition.ts';

const living: Condition = { fact: 'resident_state', in: ['living'] };

/**
 * When a household has a priority reason (R23), in the words of a condition, so that it can be asked in SQL too. It says
 * "yes" for exactly the households of which the register's `householdReasonsOf` names the reason (a test compares them).
 */
export const priorityConditions: Record<PriorityReason, Condition> = {
  vulnerable: {
    any: [
      { fact: 'poverty', in: ['poor', 'near_poor'] },
      { someResident: { all: [living, { fact: 'vulnerable' }] } },
    ],
  },
  elderly: { someResident: { all: [living, { fact: 'age', atLeast: elderlyFrom }] } },
  no_smartphone: {
    any: [
      { fact: 'household_smartphone', in: ['no'] },
      {
        someResident: {
          all: [living, { fact: 'age', atLeast: phoneAgeFrom }, { fact: 'smartphone', in: ['no'] }],
        },
      },
    ],
  },
};

/** The condition that a list of reasons stands for. */
export function anyPriority(reasons: readonly PriorityReason[]): Condition {
  return { any: reasons.map((reason) => priorityConditions[reason]) };
}
