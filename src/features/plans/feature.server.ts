import type { Feature } from '#platform/feature.server.ts';

export const plans: Feature = { name: 'plans' };
