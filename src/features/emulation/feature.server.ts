import type { Feature } from '#platform/feature.server.ts';
import { emulationWaiting } from './waiting.server.ts';

export const emulation: Feature = { name: 'emulation', waiting: emulationWaiting };
