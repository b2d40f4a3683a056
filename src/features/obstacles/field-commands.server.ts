import type { FieldCommand } from '#platform/commands/field-command.server.ts';
import { moveObstacle } from './commands/move-obstacle.server.ts';
import { raiseObstacle } from './commands/raise-obstacle.server.ts';

const none = () => [];

/** What a phone may tell about obstacles: what stands in the way, and of one's own whether it is solved. */
export const obstacleFieldCommands: readonly FieldCommand[] = [
  { command: raiseObstacle, households: none, residents: none },
  { command: moveObstacle, households: none, residents: none },
];
