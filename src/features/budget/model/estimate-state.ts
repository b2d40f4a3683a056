/**
 * The life of an estimate, or of a change of one (W19: estimate → approve). Who proposes does not appraise, who appraises does not
 * approve (domain/03 §7.2, separation of duties): one office proposes, the Economic office appraises, the commune's leader approves.
 * What was sent back is mended and proposed again; what was approved stays as it is, and is changed by a change of its own.
 */
export const estimateStates = [
  'draft',
  'proposed',
  'appraised',
  'approved',
  'returned',
  'withdrawn',
] as const;
export type EstimateState = (typeof estimateStates)[number];

const steps: Record<EstimateState, readonly EstimateState[]> = {
  draft: ['proposed', 'withdrawn'],
  proposed: ['appraised', 'returned'],
  appraised: ['approved', 'returned'],
  returned: ['proposed', 'withdrawn'],
  approved: [],
  withdrawn: [],
};

/** The states that may follow. */
export function nextEstimateStates(from: EstimateState): readonly EstimateState[] {
  return steps[from];
}

/** True while its lines may be written: with who proposes. */
export function isOpenEstimate(state: EstimateState): boolean {
  return state === 'draft' || state === 'returned';
}
