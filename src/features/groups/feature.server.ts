import type { Feature } from '#platform/feature.server.ts';

export const groups: Feature = { name: 'groups' };
