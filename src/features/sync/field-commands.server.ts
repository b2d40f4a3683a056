import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { commerceFieldCommands } from '#features/commerce/field-commands.server.ts';
import { obstacleFieldCommands } from '#features/obstacles/field-commands.server.ts';
import { outreachFieldCommands } from '#features/outreach/field-commands.server.ts';
import { registryFieldCommands } from '#features/registry/field-commands.server.ts';
import { supportFieldCommands } from '#features/support/field-commands.server.ts';
import { taskFieldCommands } from '#features/tasks/field-commands.server.ts';
import { trainingFieldCommands } from '#features/training/field-commands.server.ts';
import { visitsFieldCommands } from '#features/visits/field-commands.server.ts';

/** Everything that a phone may tell, by the command's name. What is not here, a phone cannot do. */
export const fieldCommands: ReadonlyMap<string, FieldCommand> = new Map(
  [
    ...registryFieldCommands,
    ...visitsFieldCommands,
    ...outreachFieldCommands,
    ...commerceFieldCommands,
    ...obstacleFieldCommands,
    ...supportFieldCommands,
    ...taskFieldCommands,
    ...trainingFieldCommands,
  ].map((one) => [one.command.name, one]),
);
