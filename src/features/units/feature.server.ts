import type { Feature } from '#platform/feature.server.ts';
import { unitsWaiting } from './waiting.server.ts';

/** Offices, organisations and schools: their staff in the teams, and how they go ahead themselves (R63–R67). */
export const units: Feature = { name: 'units', waiting: unitsWaiting };
