import type { Feature } from '#platform/feature.server.ts';
import { repeatTasks } from './commands/repeat-tasks.server.ts';
import { refuseUnitWithWork } from './reactions.server.ts';
import { tasksWaiting } from './waiting.server.ts';

/** Work given to members, teams, units and offices (R52, R63, R69, R70, W8). */
export const tasks: Feature = {
  name: 'tasks',
  reactions: [{ on: ['unit.ended'], react: refuseUnitWithWork }],
  daily: [repeatTasks],
  waiting: tasksWaiting,
};
