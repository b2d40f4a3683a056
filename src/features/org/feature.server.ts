import type { Feature } from '#platform/feature.server.ts';
import { takeNamesOfToday } from './commands/hamlet-names.server.ts';
import { teamsWaiting } from './waiting.server.ts';

export const org: Feature = { name: 'org', daily: [takeNamesOfToday], waiting: teamsWaiting };
