import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { assignHelper } from './commands/assign-helper.server.ts';
import { correctVisit } from './commands/correct-visit.server.ts';
import { endHelper } from './commands/end-helper.server.ts';
import { recordDigitalStatus } from './commands/record-digital-status.server.ts';
import { recordSkillCheck } from './commands/record-skill-check.server.ts';
import { recordVisit } from './commands/record-visit.server.ts';
import { recordVisits } from './commands/record-visits.server.ts';
import { withdrawVisit } from './commands/withdraw-visit.server.ts';

type Raw = Record<string, unknown>;
const asRaws = (value: unknown): Raw[] =>
  Array.isArray(value)
    ? value.filter((one): one is Raw => typeof one === 'object' && one !== null && !Array.isArray(one))
    : [];

/** The people that a visit names. */
export const peopleOfVisit = ({ metResidents, guidances, records }: Raw): unknown[] => [
  ...(Array.isArray(metResidents) ? (metResidents as readonly unknown[]) : []),
  ...asRaws(guidances).map((one) => one['residentId']),
  ...asRaws(records).map((one) => one['residentId']),
];
const household = ({ householdId }: Raw) => [householdId];
const person = ({ residentId }: Raw) => [residentId];
const none = () => [];

/** What a phone may tell about work with households. */
export const visitsFieldCommands: readonly FieldCommand[] = [
  { command: recordVisit, households: household, residents: peopleOfVisit, together: recordVisits },
  { command: correctVisit, households: none, residents: peopleOfVisit },
  { command: withdrawVisit, households: none, residents: none },
  { command: recordDigitalStatus, households: none, residents: person },
  { command: recordSkillCheck, households: none, residents: person },
  { command: assignHelper, households: household, residents: none },
  { command: endHelper, households: none, residents: none },
];
