/**
 * The life of the commune's report (domain/03 §7.7): the office consolidates, its head and a leader approve, the records clerk
 * gives number and date, issues and archives it. Whoever approves may send it back instead, as long as it has no number.
 */
export const communeStates = [
  'draft',
  'office_approved',
  'leader_approved',
  'numbered',
  'issued',
  'archived',
  'superseded',
] as const;
export type CommuneState = (typeof communeStates)[number];

export const communeActions = [
  'approve_office',
  'approve_leader',
  'return',
  'number',
  'issue',
  'archive',
  'supersede',
] as const;
export type CommuneAction = (typeof communeActions)[number];

const steps: Record<CommuneState, Partial<Record<CommuneAction, CommuneState>>> = {
  draft: { approve_office: 'office_approved' },
  office_approved: { approve_leader: 'leader_approved', return: 'draft' },
  leader_approved: { number: 'numbered', return: 'draft' },
  // A number that was mistyped is typed again until the report is issued.
  numbered: { number: 'numbered', issue: 'issued' },
  issued: { archive: 'archived', supersede: 'superseded' },
  archived: { supersede: 'superseded' },
  superseded: {},
};

/** Where an action leads from a state; null when it is not possible there. */
export function nextCommuneState(state: CommuneState, action: CommuneAction): CommuneState | null {
  return steps[state][action] ?? null;
}
