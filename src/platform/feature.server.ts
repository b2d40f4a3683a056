import { onEvents, type Reaction, type When } from './commands/events.server.ts';
import type { ReadContext, WriteContext } from './commands/command.server.ts';

/** What a feature brings to the house besides its commands and queries. */
export interface Feature {
  name: string;
  /** What it does when something happened in a feature below it, in the same transaction. */
  reactions?: readonly { on: readonly string[]; react: Reaction; when?: When }[];
  /** What it does once a day for each commune, soon after midnight in Vietnam and after a start; each in a transaction of its own. */
  daily?: readonly ((ctx: WriteContext) => Promise<void>)[];
  /** Whether something of this feature already stands on these households, so that an import of them cannot be undone. */
  standsOn?: (ctx: ReadContext, householdIds: readonly string[]) => Promise<boolean>;
}

const registered = new Set<Feature>();

/** True when some feature has built something on these households since they were written. */
export async function anythingStandsOn(ctx: ReadContext, householdIds: readonly string[]): Promise<boolean> {
  for (const feature of registered) if (await feature.standsOn?.(ctx, householdIds)) return true;
  return false;
}

/** Registers the features' reactions; called once, with the list of `features/index.server.ts`. */
export function registerFeatures(features: readonly Feature[]): void {
  for (const feature of features) registered.add(feature);
  for (const feature of features) {
    for (const { on, react, when } of feature.reactions ?? []) onEvents(on, react, when);
  }
}
