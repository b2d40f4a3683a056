import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import { revisionOf } from '#features/sync/model/cursor.ts';
import { operationVersion, type Operation, type PushResult } from '#features/sync/model/operation.ts';
import { inSlices } from './in-slices.ts';
import type { OutboxRow, SentRow } from './store-database.ts';
import { StoreGround } from './store-ground.ts';

/** An operation that has a result, as people see it. */
export interface Receipt {
  operation: Operation;
  result: PushResult;
}

export interface NewOperation {
  command: string;
  scope: Id;
  household: Id | null;
  input: Record<string, unknown>;
  base: Record<string, unknown> | null;
}

const wholly = { durability: 'strict' } as const;
/** Receipts are kept so long (ms): a server restored from a copy of last week still gets what it lost. */
export const receiptsKept = 30 * 24 * 60 * 60 * 1000;

/**
 * What the phone's owner did: operations that wait, those that have a result, forms that were begun. What `record` resolves with is
 * on the disk (law 1); nothing is ever removed from the outbox but by a result.
 */
export abstract class OwnWork extends StoreGround {
  /** Those that wait or are awaited, once they were opened: a phone that sends four hundred asks for them after every answer. */
  readonly #known = new Map<Id, Operation>();

  /** Operations whose effect is not yet in what the server sent, in the order in which they were done. */
  async unconfirmed(): Promise<Operation[]> {
    const sent = (await this.database.getAll('sent')).filter((row) => row.awaited);
    const awaited = await Promise.all(
      sent.map((row) => this.#operation(row, async () => (await this.#openReceipt(row)).operation)),
    );
    return [...awaited, ...(await this.outbox())].sort((left, right) => left.seq - right.seq);
  }

  /** What waits to be sent, oldest first; at most so many, without those that were set aside. */
  async outbox(most = Infinity, aside: ReadonlySet<number> = new Set()): Promise<Operation[]> {
    const bound = Number.isFinite(most) ? most + aside.size : undefined;
    const rows = (await this.database.getAll('outbox', undefined, bound))
      .filter((row) => !aside.has(row.seq))
      .slice(0, most);
    return Promise.all(
      rows.map((row) => this.#operation(row, () => this.vault.open<Operation>(`op:${row.opId}`, row.sealed))),
    );
  }

  /** An operation never changes: it is opened once. */
  async #operation({ opId }: OutboxRow | SentRow, open: () => Promise<Operation>): Promise<Operation> {
    const operation = this.#known.get(opId) ?? (await open());
    this.#known.set(opId, operation);
    return operation;
  }

  /** How many wait (phiếu), and since when the oldest. */
  async unsent(): Promise<{ count: number; oldest: Date | null }> {
    const transaction = this.database.transaction('outbox');
    const [count, first] = await Promise.all([transaction.store.count(), transaction.store.openCursor()]);
    return { count, oldest: first ? new Date(first.value.at) : null };
  }

  /**
   * Writes down what somebody did. Resolves when it is on the disk: only then may a screen say "Đã lưu". A draft of the same
   * form is gone in the same moment. Rejects with the browser's error (quota) and has then written nothing.
   */
  record(given: NewOperation, draftKey?: string): Promise<Operation> {
    return this.inTurn(() => this.#record(given, draftKey));
  }

  async #record(given: NewOperation, draftKey?: string): Promise<Operation> {
    for (;;) {
      const seq = ((await this.database.get('numbers', 'seq')) ?? 0) + 1;
      const operation = await this.#recordAs(seq, given, draftKey);
      if (operation) return operation;
    }
  }

  /** Null when another window of the same phone took the number meanwhile: nothing is written then. */
  async #recordAs(seq: number, given: NewOperation, draftKey?: string): Promise<Operation | null> {
    const now = this.now();
    const operation: Operation = {
      opId: newId(now),
      seq,
      version: operationVersion,
      ...given,
      revision: revisionOf(this.meta.cursors[given.scope] ?? ''),
      at: now.toISOString(),
      clock: this.clock(),
      after: this.meta.clock.after,
    };
    const sealed = await this.vault.seal(`op:${operation.opId}`, operation);
    const transaction = this.database.transaction(['outbox', 'numbers', 'drafts'], 'readwrite', wholly);
    const numbers = transaction.objectStore('numbers');
    if (((await numbers.get('seq')) ?? 0) !== seq - 1) {
      await transaction.done;
      return null;
    }
    await Promise.all([
      transaction.objectStore('outbox').add({ seq, opId: operation.opId, at: now.getTime(), sealed }),
      numbers.put(seq, 'seq'),
      draftKey === undefined ? undefined : transaction.objectStore('drafts').delete(draftKey),
      transaction.done,
    ]);
    return operation;
  }

  /** Results of a push: each leaves the outbox and becomes a receipt, in one transaction. */
  async takeResults(operations: readonly Operation[], results: readonly PushResult[]): Promise<void> {
    const byId = new Map(results.map((result) => [result.opId, result]));
    const rows = await Promise.all(
      operations.flatMap((operation) => {
        const result = byId.get(operation.opId);
        return result ? this.#sentRow({ operation, result }) : [];
      }),
    );
    const transaction = this.database.transaction(['outbox', 'sent'], 'readwrite', wholly);
    const [sent, outbox] = [transaction.objectStore('sent'), transaction.objectStore('outbox')];
    const move = (row: SentRow) => Promise.all([sent.put(row), outbox.delete(row.seq)]);
    await Promise.all([inSlices(rows, move), transaction.done]);
  }

  async #sentRow(receipt: Receipt): Promise<SentRow> {
    const { operation, result } = receipt;
    const { status } = result.outcome;
    return {
      seq: operation.seq,
      opId: operation.opId,
      at: Date.parse(operation.at),
      sentAt: Date.parse(result.receivedAt),
      status,
      seen: status === 'ok',
      awaited: status !== 'rejected',
      sealed: await this.vault.seal(`op:${operation.opId}`, receipt),
    };
  }

  /** The numbers of operations that have a result, but whose effect the server has not shown yet. */
  async awaited(): Promise<number[]> {
    return (await this.database.getAll('sent')).filter((row) => row.awaited).map((row) => row.seq);
  }

  /** The highest number that the server said it has written; 0: none. What it refused, it need not have kept. */
  async lastWritten(): Promise<number> {
    const rows = await this.database.getAll('sent');
    return Math.max(0, ...rows.filter((row) => row.status === 'ok').map((row) => row.seq));
  }

  /**
   * After a pull that came to its end: what was awaited when it began is in it. Said by number, not by time: the phone's
   * clock may have been put right, or wrong, in between.
   */
  async confirm(shown: readonly number[]): Promise<void> {
    const old = this.now().getTime() - receiptsKept;
    const isShown = new Set(shown);
    const transaction = this.database.transaction('sent', 'readwrite');
    const sent = transaction.store;
    const rows = await sent.getAll();
    const forgotten = rows.filter((row) => row.sentAt < old && row.seen);
    const confirmed = rows.filter(
      (row) => !(row.sentAt < old && row.seen) && row.awaited && isShown.has(row.seq),
    );
    await Promise.all([
      inSlices(forgotten, (row) => sent.delete(row.seq)),
      inSlices(confirmed, (row) => sent.put({ ...row, awaited: false })),
      transaction.done,
    ]);
    for (const row of [...forgotten, ...confirmed]) this.#known.delete(row.opId);
  }

  /** The server was restored from a copy: everything that it may have lost waits to be sent again (law 13). */
  async sendAgain(): Promise<void> {
    const rows = await this.database.getAll('sent');
    const again = await Promise.all(
      rows.map(async (row) => {
        const { operation } = await this.#openReceipt(row);
        const sealed = await this.vault.seal(`op:${row.opId}`, operation);
        return { seq: row.seq, opId: row.opId, at: row.at, sealed };
      }),
    );
    const transaction = this.database.transaction(['outbox', 'sent'], 'readwrite', wholly);
    const [sent, outbox] = [transaction.objectStore('sent'), transaction.objectStore('outbox')];
    const move = (row: OutboxRow) => Promise.all([outbox.put(row), sent.delete(row.seq)]);
    await Promise.all([inSlices(again, move), transaction.done]);
  }

  /** Receipts, newest first; `attention`: only those that were not simply written and nobody has seen yet. */
  async receipts(most: number, attention = false): Promise<Receipt[]> {
    const rows = (await this.database.getAll('sent'))
      .filter((row) => !attention || (row.status !== 'ok' && !row.seen))
      .sort((left, right) => right.seq - left.seq)
      .slice(0, most);
    return Promise.all(rows.map((row) => this.#openReceipt(row)));
  }

  async markSeen(seq: number): Promise<void> {
    const transaction = this.database.transaction('sent', 'readwrite', wholly);
    const row = await transaction.store.get(seq);
    if (row) await transaction.store.put({ ...row, seen: true });
    await transaction.done;
  }

  #openReceipt(row: SentRow): Promise<Receipt> {
    return this.vault.open<Receipt>(`op:${row.opId}`, row.sealed);
  }

  /** A form that was begun; written at every change, so that nothing typed is lost. */
  async keepDraft(key: string, value: unknown): Promise<void> {
    const sealed = await this.vault.seal(`draft:${key}`, value);
    await this.database.put('drafts', { key, at: this.now().getTime(), sealed });
  }

  async draft<Value>(key: string): Promise<Value | null> {
    const row = await this.database.get('drafts', key);
    return row ? this.vault.open<Value>(`draft:${key}`, row.sealed) : null;
  }

  /** Forms that were begun and not saved, the last one first. */
  async drafts(): Promise<{ key: string; at: Date }[]> {
    const rows = await this.database.getAll('drafts');
    return rows.sort((left, right) => right.at - left.at).map(({ key, at }) => ({ key, at: new Date(at) }));
  }

  async dropDraft(key: string): Promise<void> {
    await this.database.delete('drafts', key);
  }
}
