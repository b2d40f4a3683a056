import type { Feature } from '#platform/feature.server.ts';

export const org: Feature = { name: 'org' };
