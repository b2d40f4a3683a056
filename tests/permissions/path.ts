import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command, type ReadContext } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { Problem } from '#shared/problem.ts';
import type { World } from '#tests/world.ts';
import type { Settled } from './settled-world.ts';
import type { Spot } from './spot.ts';

/** What the table of rights says about one call: done, or the way in which it is refused. */
export type Verdict = 'done' | 'not_allowed' | 'not_found';

/** Where a call is tried: one place, for some calls a second, and the fixed things of the commune. */
export interface Ground {
  spot: Spot;
  /** For calls that join two places. */
  second: Spot;
  /** The assigned household rather than the one that nobody looks after. */
  assigned: boolean;
  settled: Settled;
}

/** One way in: how it is called and what the table says about it. */
export interface Path {
  name: string;
  expected(actor: Actor, ground: Ground): Verdict;
  call(world: World, actor: Actor, ground: Ground): Promise<unknown>;
}

/** A command as a path; everything it writes is undone. */
export function command<Input, Loaded, Result>(
  value: Command<Input, Loaded, Result>,
  input: (ground: Ground) => Record<string, unknown>,
  expected: Path['expected'],
): Path & { value: { name: string; input: { safeParse(raw: unknown): unknown } }; input: typeof input } {
  return {
    name: value.name,
    value,
    input,
    expected,
    call: (world, actor, ground) =>
      runCommand(undone(world.database), value, { actor, now: world.now }, input(ground)),
  };
}

/** A query as a path, named after its function. */
export function query(
  name: string,
  read: (ctx: ReadContext, ground: Ground) => Promise<unknown>,
  expected: Path['expected'],
): Path {
  return {
    name,
    expected,
    call: (world, actor, ground) =>
      runQuery(world.database, { actor, now: world.now }, (ctx) => read(ctx, ground)),
  };
}

class Undone extends Error {}

/** The same database, but whatever a transaction writes is taken back when it has succeeded. */
export function undone(database: Database): Database {
  return {
    ...database,
    async transaction(scope, work) {
      let done: { result: Awaited<ReturnType<typeof work>> } | null = null;
      try {
        return await database.transaction(scope, async (tx) => {
          done = { result: await work(tx) };
          throw new Undone();
        });
      } catch (error) {
        if (!(error instanceof Undone) || done === null) throw error;
        return (done as { result: Awaited<ReturnType<typeof work>> }).result;
      }
    },
  };
}

/** What came of a call: its result, or its Problem word by word; 'fault' is anything else that was thrown. */
export type Outcome = { done: true; result: unknown } | { done: false; problem: string; code: string };

export async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    return { done: true, result: await work };
  } catch (error) {
    if (!(error instanceof Problem)) return { done: false, code: 'fault', problem: String(error) };
    return {
      done: false,
      code: error.code,
      problem: JSON.stringify([error.code, error.message, error.fields]),
    };
  }
}

/** Refusal by sight, then by verb; as `runCommand` promises. */
export const verdict = (seen: boolean, allowed: boolean): Verdict =>
  !seen ? 'not_found' : allowed ? 'done' : 'not_allowed';
