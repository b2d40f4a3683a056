/**
 * The life of a payment (W19: request → approve → spend): the Economic office asks, the commune's leader approves or refuses, the
 * Economic office pays. A payment that was paid by mistake is voided with its reason; nothing is deleted.
 */
export const spendStates = ['requested', 'approved', 'paid', 'refused', 'withdrawn', 'voided'] as const;
export type SpendState = (typeof spendStates)[number];

const steps: Record<SpendState, readonly SpendState[]> = {
  requested: ['approved', 'refused', 'withdrawn'],
  approved: ['paid', 'withdrawn'],
  paid: ['voided'],
  refused: [],
  withdrawn: [],
  voided: [],
};

/** The states that may follow. */
export function nextSpendStates(from: SpendState): readonly SpendState[] {
  return steps[from];
}

/** True while the amount is bound: asked for, allowed or paid, so that nobody spends it a second time. */
export function bindsMoney(state: SpendState): boolean {
  return state === 'requested' || state === 'approved' || state === 'paid';
}
