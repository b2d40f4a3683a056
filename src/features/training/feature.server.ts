import type { Feature } from '#platform/feature.server.ts';
import { trainingWaiting } from './waiting.server.ts';

export const training: Feature = { name: 'training', waiting: trainingWaiting };
