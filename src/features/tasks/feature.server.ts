import type { Feature } from '#platform/feature.server.ts';
import { repeatTasks } from './commands/repeat-tasks.server.ts';
import { tasksWaiting } from './waiting.server.ts';

/** Work given to members, teams and offices (R52, R69, R70, W8). */
export const tasks: Feature = { name: 'tasks', daily: [repeatTasks], waiting: tasksWaiting };
