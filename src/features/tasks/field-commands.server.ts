import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { moveTask } from './commands/move-task.server.ts';
import { tickCheck } from './commands/tick-check.server.ts';

const none = () => [];

/** What a phone may tell about tasks: the doer's steps, and lines of the checklist. */
export const taskFieldCommands: readonly FieldCommand[] = [
  { command: moveTask, households: none, residents: none },
  { command: tickCheck, households: none, residents: none },
];
