import { sql } from 'kysely';
import { beforeCommit, ofTransaction, type Tx } from '#platform/db/database.server.ts';
import { rowsAsTable } from '#platform/db/insert-rows.server.ts';
import { prepared } from '#platform/db/preparing-client.server.ts';
import type { Id } from '#shared/ids.ts';
import type { WriteContext } from './command.server.ts';

/** What a command tells: see EventTable for the meaning of each. */
export interface NewEvent {
  name: string;
  hamletId: Id | null;
  subject: string;
  subjectId: Id;
  data: Record<string, unknown>;
}

/** What a feature above does when something happened below, in the same transaction; it gets all events of one name at once. */
export type Reaction = (ctx: WriteContext, events: readonly NewEvent[]) => Promise<void>;

/**
 * 'now': right after the event, so that the command already sees what follows from it. 'end': once for everything that
 * happened in the transaction, just before it commits; what follows from a hundred visits of one phone is worked out once.
 */
export type When = 'now' | 'end';

const reactions: Record<When, { names: ReadonlySet<string>; react: Reaction }[]> = { now: [], end: [] };

/** Called once at start from the features' manifests, in their order. `names` are event names. */
export function onEvents(names: readonly string[], react: Reaction, when: When = 'now'): void {
  if (!reactions[when].some((one) => one.react === react && names.every((name) => one.names.has(name))))
    reactions[when].push({ names: new Set(names), react });
}

/** An event, and the context that tells it. */
export interface Told {
  ctx: WriteContext;
  event: NewEvent;
}
const toldKey = Symbol('events that wait for the end of their transaction');

/** What happened in a transaction and waits for its end, each with the context that told it. */
const toldIn = (tx: Tx) =>
  ofTransaction(tx, toldKey, () => {
    beforeCommit(tx, () => reactAtEnd(tx));
    return [] as Told[];
  });

/** Writes event rows, runs the reactions to them, and notes them for the end of the transaction. */
export const writeEvents = (ctx: WriteContext, events: readonly NewEvent[]): Promise<void> =>
  writeTold(
    ctx.tx,
    events.map((event) => ({ ctx, event })),
  );

/** The same for events of one transaction that several contexts tell: each is its own person's, of its own moment. */
export async function writeTold(tx: Tx, told: readonly Told[]): Promise<void> {
  for (let start = 0; start < told.length; start += 2000) {
    const rows = told.slice(start, start + 2000).map(({ ctx, event }) => ({
      commune_id: ctx.communeId,
      id: ctx.id(),
      name: event.name,
      hamlet_id: event.hamletId,
      subject: event.subject,
      subject_id: event.subjectId,
      actor_id: ctx.actor.accountId,
      happened_at: ctx.happenedAt,
      recorded_at: ctx.now,
      device_id: ctx.deviceId,
      request_id: ctx.requestId,
      data: event.data,
    }));
    await sql`${prepared} insert into events select * from ${rowsAsTable('events', rows)}`.execute(tx);
  }
  toldIn(tx).push(...told);
  await react('now', told);
}

const reactAtEnd = (tx: Tx): Promise<void> => react('end', toldIn(tx).splice(0));

async function react(when: When, told: readonly Told[]): Promise<void> {
  const last = told.at(-1);
  if (!last) return;
  for (const { names, react: answer } of reactions[when]) {
    const concerned = told.filter(({ event }) => names.has(event.name)).map(({ event }) => event);
    if (concerned.length > 0) await answer(last.ctx, concerned);
  }
}

/**
 * Runs `work` as a part of the transaction that may fail alone: when it throws, its rows and its events are taken back, the
 * transaction goes on, and the error is the caller's.
 */
export async function inSavepoint<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  const before = toldIn(tx).length;
  await sql`savepoint part`.execute(tx);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(tx);
    return result;
  } catch (error) {
    toldIn(tx).splice(before);
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx);
    throw error;
  }
}
