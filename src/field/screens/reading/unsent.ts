import type { Register } from '../../register/register.ts';

/**
 * The ids of visits and meetings that the server has not answered for: those of the last operations, as many as wait. Phones
 * send in order, so what waits is always the end of what was done.
 */
export function unsentIds(register: Register, waiting: number): ReadonlySet<string> {
  const last = waiting > 0 ? register.operations.slice(-waiting) : [];
  return new Set(last.flatMap(({ input }) => (typeof input['id'] === 'string' ? [input['id']] : [])));
}
