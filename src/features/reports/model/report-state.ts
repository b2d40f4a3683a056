/** The life of a hamlet's report (domain/03 §7.7, R83): a version is written, sent, returned or accepted, and in the end locked or superseded. */
export const reportStates = ['draft', 'submitted', 'returned', 'accepted', 'locked', 'superseded'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportActions = ['submit', 'return', 'reopen', 'accept', 'lock', 'supersede'] as const;
export type ReportAction = (typeof reportActions)[number];

const steps: Record<ReportState, Partial<Record<ReportAction, ReportState>>> = {
  draft: { submit: 'submitted' },
  submitted: { return: 'returned', accept: 'accepted' },
  returned: { reopen: 'draft' },
  accepted: { lock: 'locked', supersede: 'superseded' },
  locked: { supersede: 'superseded' },
  superseded: {},
};

/** Where an action leads from a state; null when it is not possible there. */
export function nextState(state: ReportState, action: ReportAction): ReportState | null {
  return steps[state][action] ?? null;
}

/** States in which figures and texts are frozen in a snapshot. A returned report keeps what was sent until it is reopened. */
export function isFrozen(state: ReportState): boolean {
  return state !== 'draft';
}

/** States that the commune counts: sent and not taken back. */
export function isInForce(state: ReportState): boolean {
  return state === 'submitted' || state === 'accepted' || state === 'locked';
}
