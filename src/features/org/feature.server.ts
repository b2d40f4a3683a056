import type { Feature } from '#platform/feature.server.ts';
import { teamsWaiting } from './waiting.server.ts';

export const org: Feature = { name: 'org', waiting: teamsWaiting };
