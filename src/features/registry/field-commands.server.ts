import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { changeHouseholdState } from './commands/change-household-state.server.ts';
import { changeResidentState } from './commands/change-resident-state.server.ts';
import { correctHousehold } from './commands/correct-household.server.ts';
import { correctResident } from './commands/correct-resident.server.ts';
import { moveHousehold } from './commands/move-household.server.ts';
import { moveResident } from './commands/move-resident.server.ts';
import { nameHead } from './commands/name-head.server.ts';
import { nameResponsible } from './commands/name-responsible.server.ts';
import { registerHousehold } from './commands/register-household.server.ts';
import { registerResident } from './commands/register-resident.server.ts';
import { settleHousehold, settleResident } from './commands/settle-correction.server.ts';

const about = (...fields: string[]) => ({
  households: (input: Record<string, unknown>) => fields.map((field) => input[field]),
  residents: (input: Record<string, unknown>) => [input['residentId']],
});

/** What a phone may tell about the register. */
export const registryFieldCommands: readonly FieldCommand[] = [
  { command: registerHousehold, households: () => [], residents: () => [] },
  { command: registerResident, ...about('householdId') },
  { command: correctHousehold, ...about('householdId'), settle: settleHousehold },
  { command: correctResident, ...about(), settle: settleResident },
  { command: changeHouseholdState, ...about('householdId') },
  { command: changeResidentState, ...about() },
  { command: moveResident, ...about('toHouseholdId') },
  { command: moveHousehold, ...about('householdId') },
  { command: nameHead, ...about('householdId') },
  {
    command: nameResponsible,
    households: ({ householdIds }) => (Array.isArray(householdIds) ? householdIds : []),
    residents: () => [],
  },
];
