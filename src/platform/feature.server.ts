import { onEvents, type Reaction, type When } from './commands/events.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { ReadContext, WriteContext } from './commands/command.server.ts';

/** Work that waits for somebody: one tile of the first page. */
export interface Waiting {
  key: string;
  href: string;
  /** How many, of what `text` names. */
  count: number;
  /** After the number, so that both read as one: "ấp trễ báo cáo tháng 10". */
  text: string;
  /** Which ones, or since when. */
  detail: string | null;
  /** hot: late, somebody is let down. warm: soon will be. calm: to know. */
  tone: 'hot' | 'warm' | 'calm';
  /** The day since which the oldest of them waits, or by which it was due; null where days do not matter. */
  since: Day | null;
  /** What to do, in the words of the page's first line; without it, the number and the text. */
  lead?: string;
}

/** A figure of one hamlet that a feature knows by itself, for who comes to look: `part` of `of`; null: not known. */
export interface KnownFigure {
  code: string;
  part: number | null;
  of: number | null;
}

/** What a feature brings to the house besides its commands and queries. */
export interface Feature {
  name: string;
  /** What it does when something happened in a feature below it, in the same transaction. */
  reactions?: readonly { on: readonly string[]; react: Reaction; when?: When }[];
  /** What it does once a day for each commune, soon after midnight in Vietnam and after a start; each in a transaction of its own. */
  daily?: readonly ((ctx: WriteContext) => Promise<void>)[];
  /** What waits for the actor in this feature; nothing of what the actor may not see or do. */
  waiting?: (ctx: ReadContext) => Promise<Waiting[]>;
  /** Whether something of this feature already stands on these households, so that an import of them cannot be undone. */
  standsOn?: (ctx: ReadContext, householdIds: readonly string[]) => Promise<boolean>;
  /** What it knows of a hamlet's work today. Asks no right: who calls shows of it what may be seen. */
  known?: (ctx: ReadContext, hamletId: string) => Promise<KnownFigure[]>;
}

const registered = new Set<Feature>();

/** True when some feature has built something on these households since they were written. */
export async function anythingStandsOn(ctx: ReadContext, householdIds: readonly string[]): Promise<boolean> {
  for (const feature of registered) if (await feature.standsOn?.(ctx, householdIds)) return true;
  return false;
}

/** What all features know of a hamlet today, the lowest feature's first. */
export async function knownFigures(ctx: ReadContext, hamletId: string): Promise<KnownFigure[]> {
  const known: KnownFigure[] = [];
  for (const feature of registered) known.push(...((await feature.known?.(ctx, hamletId)) ?? []));
  return known;
}

const weights = { hot: 0, warm: 1, calm: 2 } as const;

/** All that waits for the actor, across the features, `inOrder`. */
export async function listWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  // One after the other: they share the connection of the transaction. The uppermost feature's first.
  for (const feature of [...registered].toReversed())
    waiting.push(...((await feature.waiting?.(ctx)) ?? []).filter((one) => one.count > 0));
  return inOrder(waiting);
}

/** What lets somebody down first, then what waits longest; what has no day comes after what has one. */
export function inOrder(waiting: readonly Waiting[]): Waiting[] {
  const age = ({ since }: Waiting) => since ?? '9999-12-31';
  return waiting.toSorted(
    (left, right) => weights[left.tone] - weights[right.tone] || compareDays(age(left), age(right)),
  );
}

const compareDays = (left: Day, right: Day) => (left < right ? -1 : left > right ? 1 : 0);

/** Registers the features' reactions; called once, with the list of `features/index.server.ts`. */
export function registerFeatures(features: readonly Feature[]): void {
  for (const feature of features) registered.add(feature);
  for (const feature of features) {
    for (const { on, react, when } of feature.reactions ?? []) onEvents(on, react, when);
  }
}
