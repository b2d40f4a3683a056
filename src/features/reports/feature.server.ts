import type { Feature } from '#platform/feature.server.ts';

export const reports: Feature = { name: 'reports' };
