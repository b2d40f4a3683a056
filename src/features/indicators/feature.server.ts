import type { Feature } from '#platform/feature.server.ts';
import { seedDefaultIndicators } from './commands/seed-default-indicators.server.ts';

/** Codes under which others ask for the figures of reports (R4). */
export const indicators: Feature = { name: 'indicators', daily: [seedDefaultIndicators] };
