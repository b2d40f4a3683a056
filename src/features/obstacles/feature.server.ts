import type { Feature } from '#platform/feature.server.ts';
import { obstaclesWaiting } from './waiting.server.ts';

export const obstacles: Feature = { name: 'obstacles', waiting: obstaclesWaiting };
