import type { Feature } from '#platform/feature.server.ts';

export const training: Feature = { name: 'training' };
