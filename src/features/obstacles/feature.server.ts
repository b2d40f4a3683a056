import type { Feature } from '#platform/feature.server.ts';

export const obstacles: Feature = { name: 'obstacles' };
