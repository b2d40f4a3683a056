import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { markAttendance } from './commands/mark-attendance.server.ts';

const none = () => [];

/** What a phone may tell about classes: who was there. */
export const trainingFieldCommands: readonly FieldCommand[] = [
  { command: markAttendance, households: none, residents: none },
];
