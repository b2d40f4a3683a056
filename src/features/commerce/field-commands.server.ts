import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { recordStep } from './commands/record-business.server.ts';

const none = () => [];

/** What a phone may tell about businesses: a step that one has done. */
export const commerceFieldCommands: readonly FieldCommand[] = [
  { command: recordStep, households: none, residents: none },
];
