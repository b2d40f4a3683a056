import type { Feature } from '#platform/feature.server.ts';
import { makeReminders } from './commands/make-reminders.server.ts';
import { knownOfHamlet } from './queries/known-of-hamlet.server.ts';
import { reportsWaiting } from './waiting.server.ts';

export const reports: Feature = {
  name: 'reports',
  daily: [makeReminders],
  waiting: reportsWaiting,
  known: knownOfHamlet,
};
