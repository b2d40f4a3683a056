/** Planned beforehand, or without telling the hamlet before. */
export const inspectionKinds = ['regular', 'surprise'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** W20: planned → held (its findings are followed) → closed; what is planned may be cancelled. What was held is never undone. */
export const inspectionStates = ['planned', 'held', 'closed', 'cancelled'] as const;
export type InspectionState = (typeof inspectionStates)[number];

const steps: Record<InspectionState, readonly InspectionState[]> = {
  planned: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  cancelled: [],
};

/** The states that may follow. */
export function nextStates(from: InspectionState): readonly InspectionState[] {
  return steps[from];
}

export function canFollow(from: InspectionState, to: InspectionState): boolean {
  return steps[from].includes(to);
}

/** The hamlet knows of it: one that comes without notice is told of when it was held, and not at all when it was called off. */
export function isTold({ kind, state }: { kind: InspectionKind; state: InspectionState }): boolean {
  return kind === 'regular' || state === 'held' || state === 'closed';
}
