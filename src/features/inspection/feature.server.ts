import type { Feature } from '#platform/feature.server.ts';
import { closeWithTask } from './commands/close-finding.server.ts';
import { figuresBelow } from './queries/known-figures.server.ts';
import { inspectionWaiting } from './waiting.server.ts';

/** Inspections of hamlets and what becomes of what they find (R56, W20). */
export const inspection: Feature = {
  name: 'inspection',
  reactions: [{ on: ['task.moved'], react: closeWithTask }],
  waiting: inspectionWaiting,
  known: figuresBelow,
};
