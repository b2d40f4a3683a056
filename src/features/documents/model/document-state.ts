/**
 * The life of an official document (NĐ 30/2020: Điều 10 draft, 11 approval by who signs, 15 number and date by văn thư, 17–18
 * issue): who approves may send it back until it has a number; a draft that nobody needs is put away, and stays on record.
 */
export const documentStates = ['draft', 'approved', 'numbered', 'issued', 'discarded'] as const;
export type DocumentState = (typeof documentStates)[number];

export const documentActions = ['approve', 'return', 'number', 'issue', 'discard'] as const;
export type DocumentAction = (typeof documentActions)[number];

const steps: Record<DocumentState, Partial<Record<DocumentAction, DocumentState>>> = {
  draft: { approve: 'approved', discard: 'discarded' },
  approved: { number: 'numbered', return: 'draft' },
  // A number that was mistyped is typed again until the document is issued.
  numbered: { number: 'numbered', issue: 'issued' },
  issued: {},
  discarded: {},
};

/** Where an action leads from a state; null when it is not possible there. */
export function nextDocumentState(state: DocumentState, action: DocumentAction): DocumentState | null {
  return steps[state][action] ?? null;
}

/** What a paper waits for: to be mended after it was sent back, approved, given a number, issued. */
export type PaperStep = 'mend' | 'approve' | 'number' | 'issue';
