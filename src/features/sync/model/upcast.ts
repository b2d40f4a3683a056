import { operationVersion, type Operation } from './operation.ts';

/** Brings an operation of one version to the next; what a phone wrote with an older app is never refused for its age (law 9). */
export type Upcaster = (operation: Operation) => Operation;

/** Which versions of operations a server knows: its own, and how to bring older ones up to it. */
export interface Versions {
  current: number;
  /** By the version that they bring on; kept for twelve months after the version that follows. */
  upcasters: Readonly<Record<number, Upcaster>>;
}

/** There has been one version so far. */
export const todaysVersions: Versions = { current: operationVersion, upcasters: {} };

/** The operation as today's phones would have written it. */
export function upcast(operation: Operation, { current, upcasters }: Versions = todaysVersions): Operation {
  let brought = operation;
  while (brought.version < current) {
    const step = upcasters[brought.version];
    brought = { ...(step ? step(brought) : brought), version: brought.version + 1 };
  }
  return brought;
}

/** The version that something says of itself, whatever else it may be; 0 when it says none. */
export function versionOf(raw: unknown): number {
  const version = typeof raw === 'object' && raw !== null && 'version' in raw ? raw.version : 0;
  return typeof version === 'number' ? version : 0;
}
