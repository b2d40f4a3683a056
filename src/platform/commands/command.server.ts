import type * as z from 'zod/mini';
import { newId, type Id } from '#shared/ids.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import { notFound, Problem } from '#shared/problem.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import type { Actor } from './actor.ts';
import { writeEvents, type NewEvent } from './events.server.ts';
import { parseInput } from './parse-input.ts';

/** What a query needs: the transaction, who asks, and when. */
export interface ReadContext {
  tx: Tx;
  communeId: string;
  actor: Actor;
  /** The moment of the request: the only clock a feature may read (law 11). */
  now: Date;
  /** Its day in Vietnam. */
  today: Day;
}

/** What a command needs besides: new ids, and a way to tell what happened. */
export interface WriteContext extends ReadContext {
  id(): Id;
  /** When the person did it: equal to `now` unless a phone tells an earlier moment. */
  happenedAt: Date;
  deviceId: Id | null;
  requestId: string | null;
  /** Writes the event row now and runs the reactions of the features above, all in this transaction (law 3). */
  emit(event: NewEvent): Promise<void>;
  emitAll(events: readonly NewEvent[]): Promise<void>;
}

/**
 * A command: the only way to change rows (laws 1 and 2). Input is parsed, then `load` fetches what it is about through
 * what the actor may see (else 404), then `allow` decides the verb (else 403), then `run` changes rows and emits.
 */
export interface Command<Input, Loaded, Result> {
  /** Imperative: 'visit.record'. */
  name: string;
  input: z.ZodMiniType<Input>;
  load(ctx: ReadContext, input: Input): Promise<Loaded>;
  allow(actor: Actor, loaded: Loaded, input: Input): boolean;
  run(ctx: WriteContext, input: Input, loaded: Loaded): Promise<Result>;
}

/** Keeps the types of a command together: `defineCommand({ name, input, load, allow, run })`. */
export function defineCommand<Input, Loaded, Result>(
  command: Command<Input, Loaded, Result>,
): Command<Input, Loaded, Result> {
  return command;
}

/** Where a request comes from: who, when, by which device. */
export interface Origin {
  actor: Actor;
  now: Date;
  happenedAt?: Date;
  deviceId?: Id | null;
  requestId?: string | null;
}

/**
 * Runs a command in one transaction and answers after commit. Throws `input.invalid` with the fields, `not_found`,
 * `not_allowed`, or whatever Problem the command foresees; then nothing is written.
 */
export async function runCommand<Input, Loaded, Result>(
  database: Database,
  command: Command<Input, Loaded, Result>,
  origin: Origin,
  rawInput: unknown,
): Promise<Result> {
  const input = parseInput(command.input, rawInput);
  return database.transaction({ commune: origin.actor.communeId }, (tx) =>
    execute(writeContext(tx, origin), command, input),
  );
}

/** Calls a command of a lower feature inside the running transaction ("writing down"): same parse, load, allow. */
export async function callCommand<Input, Loaded, Result>(
  ctx: WriteContext,
  command: Command<Input, Loaded, Result>,
  rawInput: unknown,
): Promise<Result> {
  return execute(ctx, command, parseInput(command.input, rawInput));
}

async function execute<Input, Loaded, Result>(
  ctx: WriteContext,
  command: Command<Input, Loaded, Result>,
  input: Input,
): Promise<Result> {
  const loaded = await command.load(ctx, input);
  if (!command.allow(ctx.actor, loaded, input)) throw new Problem('not_allowed');
  return command.run(ctx, input, loaded);
}

/** Reads in one transaction of the actor's commune. */
export async function runQuery<Result>(
  database: Database,
  origin: Origin,
  query: (ctx: ReadContext) => Promise<Result>,
): Promise<Result> {
  return database.transaction({ commune: origin.actor.communeId }, (tx) => query(readContext(tx, origin)));
}

function readContext(tx: Tx, origin: Origin): ReadContext {
  return {
    tx,
    communeId: origin.actor.communeId,
    actor: origin.actor,
    now: origin.now,
    today: dayOf(origin.now),
  };
}

/** The context of a writing transaction that is already open (command line, clock, seed). */
export function writeContext(tx: Tx, origin: Origin): WriteContext {
  const ctx: WriteContext = {
    ...readContext(tx, origin),
    id: () => newId(origin.now),
    happenedAt: origin.happenedAt ?? origin.now,
    deviceId: origin.deviceId ?? null,
    requestId: origin.requestId ?? null,
    emit: (event) => writeEvents(ctx, [event]),
    emitAll: (events) => writeEvents(ctx, events),
  };
  return ctx;
}

/** For `load`: throws `not_found` unless the policy lets the actor see the thing, so that foreign and absent look alike (law 6). */
export function visible<T>(thing: T | undefined | null, maySee: (thing: T) => boolean): T {
  if (thing === null || thing === undefined || !maySee(thing)) throw notFound();
  return thing;
}
