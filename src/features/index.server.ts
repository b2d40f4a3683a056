import { registerFeatures, type Feature } from '#platform/feature.server.ts';

/** Every feature, lowest first: the order in which reactions run. A feature reads only those before it. */
export const features: readonly Feature[] = [];

registerFeatures(features);
