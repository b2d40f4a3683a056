import type { Feature } from '#platform/feature.server.ts';

export const documents: Feature = { name: 'documents' };
