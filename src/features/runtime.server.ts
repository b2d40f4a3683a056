import type { ClientConfig } from 'pg';
import type { Config } from '#platform/config.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { Log } from '#platform/log.server.ts';
import type { SignInLimits } from './accounts/sign-in-limits.server.ts';

/** What a running product holds; made once at start, shared by every door. */
export interface Runtime {
  config: Config;
  log: Log;
  database: Database;
  /** Resolves when the embedded database has ended, foreseen or not; never on another server. */
  databaseEnded: Promise<void>;
  limits: SignInLimits;
  /** For the few things that need the owner's rights: loading national lists, making copies. */
  ownerConnection: ClientConfig;
  /** While no commune is installed: the code that the set-up asks for; only whoever sees the console knows it. */
  setupCode: string | null;
  /** Starts work that outlives its request (an import); the product waits for it when it stops. */
  inBackground(work: () => Promise<unknown>): void;
  /** The clock; tests set it. */
  now(): Date;
  close(): Promise<void>;
}

// The pages are built into a bundle of their own with their own copies of the modules; the running product hands itself
// over through this one global, so that there is one pool and one clock.
const key = Symbol.for('to-so.runtime');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one global, written by shareRuntime alone
const holder = globalThis as { [key]?: Runtime };

export function shareRuntime(runtime: Runtime): void {
  holder[key] = runtime;
}

/** The running product; throws when a page is served before the start has finished. */
export function sharedRuntime(): Runtime {
  const runtime = holder[key];
  if (!runtime) throw new Error('the runtime is not open yet');
  return runtime;
}
