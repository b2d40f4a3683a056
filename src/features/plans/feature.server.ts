import type { Feature } from '#platform/feature.server.ts';
import { plansWaiting } from './waiting.server.ts';

export const plans: Feature = { name: 'plans', waiting: plansWaiting };
