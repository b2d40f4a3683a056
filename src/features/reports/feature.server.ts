import type { Feature } from '#platform/feature.server.ts';
import { makeReminders } from './commands/make-reminders.server.ts';

export const reports: Feature = { name: 'reports', daily: [makeReminders] };
