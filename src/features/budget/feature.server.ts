import type { Feature } from '#platform/feature.server.ts';
import { budgetWaiting } from './waiting.server.ts';

export const budget: Feature = { name: 'budget', waiting: budgetWaiting };
