import type { Feature } from '#platform/feature.server.ts';
import { mergeHamletsOfToday } from './commands/do-merger.server.ts';

/** Hamlets become one from a day on: every room carries its own rows over, in one transaction (W22). */
export const merging: Feature = { name: 'merging', daily: [mergeHamletsOfToday] };
