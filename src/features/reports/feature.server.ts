import type { Feature } from '#platform/feature.server.ts';
import { makeReminders } from './commands/make-reminders.server.ts';
import { knownOfHamlet } from './queries/known-of-hamlet.server.ts';
import { refuseUnitInForm } from './reactions.server.ts';
import { reportsWaiting } from './waiting.server.ts';

export const reports: Feature = {
  name: 'reports',
  reactions: [{ on: ['unit.ended'], react: refuseUnitInForm }],
  daily: [makeReminders],
  waiting: reportsWaiting,
  known: knownOfHamlet,
};
