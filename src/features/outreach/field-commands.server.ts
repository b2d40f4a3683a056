import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { correctOutreach } from './commands/correct-outreach.server.ts';
import { recordOutreach } from './commands/record-outreach.server.ts';
import { withdrawOutreach } from './commands/withdraw-outreach.server.ts';

const attended = ({ householdIds }: Record<string, unknown>): readonly unknown[] =>
  Array.isArray(householdIds) ? (householdIds as readonly unknown[]) : [];
const none = () => [];

/** What a phone may tell about meetings. */
export const outreachFieldCommands: readonly FieldCommand[] = [
  { command: recordOutreach, households: attended, residents: none },
  { command: correctOutreach, households: attended, residents: none },
  { command: withdrawOutreach, households: none, residents: none },
];
