import type { Feature } from '#platform/feature.server.ts';

/** The register of households and residents. */
export const registry: Feature = { name: 'registry' };
