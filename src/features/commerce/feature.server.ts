import type { Feature } from '#platform/feature.server.ts';

export const commerce: Feature = { name: 'commerce' };
