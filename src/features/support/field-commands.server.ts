import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { peopleOfVisit } from '#features/visits/field-commands.server.ts';
import { assignSupport, endSupport, scheduleSupport } from './commands/arrange-support.server.ts';
import { askSupport } from './commands/ask-support.server.ts';
import { finishSupport, rateSupport } from './commands/finish-support.server.ts';

type Raw = Record<string, unknown>;
const none = () => [];
const visitOf = ({ visit }: Raw): Raw =>
  typeof visit === 'object' && visit !== null ? Object.fromEntries(Object.entries(visit)) : {};

/** What a phone may tell about requests for help; the result brings its visit along. */
export const supportFieldCommands: readonly FieldCommand[] = [
  {
    command: askSupport,
    households: ({ householdId }) => [householdId],
    residents: ({ residentId }) => [residentId],
  },
  { command: assignSupport, households: none, residents: none },
  { command: scheduleSupport, households: none, residents: none },
  { command: endSupport, households: none, residents: none },
  { command: rateSupport, households: none, residents: none },
  {
    command: finishSupport,
    households: (input) => [visitOf(input)['householdId']],
    residents: (input) => peopleOfVisit(visitOf(input)),
  },
];
