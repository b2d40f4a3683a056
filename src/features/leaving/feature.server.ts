import type { Feature } from '#platform/feature.server.ts';
import { leavingWaiting } from './waiting.server.ts';

/** A member leaves: what is theirs goes to others in one step (R104). */
export const leaving: Feature = { name: 'leaving', waiting: leavingWaiting };
