import type { Feature } from '#platform/feature.server.ts';

export const budget: Feature = { name: 'budget' };
