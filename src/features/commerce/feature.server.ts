import type { Feature } from '#platform/feature.server.ts';
import { businessesWaiting } from './waiting.server.ts';

export const commerce: Feature = { name: 'commerce', waiting: businessesWaiting };
