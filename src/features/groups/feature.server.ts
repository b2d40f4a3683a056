import type { Feature } from '#platform/feature.server.ts';
import { groupsWaiting } from './waiting.server.ts';

export const groups: Feature = { name: 'groups', waiting: groupsWaiting };
