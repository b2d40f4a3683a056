import { operationVersion, type Operation } from './operation.ts';

/** Brings an operation of one version to the next; what a phone wrote with an older app is never refused for its age (law 9). */
export type Upcaster = (operation: Operation) => Operation;

/** By the version that they bring on; kept for twelve months after the version that follows. There has been one version so far. */
export const upcasters: Readonly<Record<number, Upcaster>> = {};

/** The operation as today's phones would have written it. */
export function upcast(
  operation: Operation,
  by: Readonly<Record<number, Upcaster>> = upcasters,
  to: number = operationVersion,
): Operation {
  let brought = operation;
  while (brought.version < to) {
    const step = by[brought.version];
    brought = { ...(step ? step(brought) : brought), version: brought.version + 1 };
  }
  return brought;
}
