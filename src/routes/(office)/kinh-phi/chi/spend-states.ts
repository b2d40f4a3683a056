import type { SpendState } from '#features/budget/model/spend-state.ts';

/** Steps of a payment as addresses have them. */
export const stateCodes: Record<SpendState, string> = {
  requested: 'cho-duyet',
  approved: 'cho-tra',
  paid: 'da-chi',
  refused: 'khong-duyet',
  withdrawn: 'da-rut',
  voided: 'da-huy',
};
