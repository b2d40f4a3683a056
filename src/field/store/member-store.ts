import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { Book, HamletFigures } from '#features/sync/model/book.ts';
import { revisionOf } from '#features/sync/model/cursor.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import { operationVersion, type Operation, type PushResult } from '#features/sync/model/operation.ts';
import type { Sealed } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { corrected, learned, unknownClock, type ClockKnowledge } from './phone-clock.ts';
import { openStoreDatabase, type SentRow, type StoreDatabase } from './store-database.ts';
import { storeClosed } from './words.ts';

/** What the store keeps besides households and operations. Small; written whole. */
export interface StoreMeta {
  token: string;
  /** Base64: what a hand-over file is sealed with, so that the server can open it (law 12). */
  recoveryKey: string;
  epoch: Id | null;
  book: { hash: string; book: Book } | null;
  /** How far each hamlet has come, as the server said it. */
  cursors: Record<Id, string>;
  /** The list of a hamlet whose households are still on their way. */
  lists: Record<Id, ListedHome[]>;
  figures: Record<Id, HamletFigures>;
  clock: ClockKnowledge;
}

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
 * One member's data on the phone. What `record` resolves with is on the disk (law 1); what the server sent is written with its
 * cursor in one transaction (law 4). Nothing is ever removed from the outbox but by a result.
 */
export class MemberStore {
  readonly vault: Vault;
  /** Null once it is closed. */
  #open: StoreDatabase | null;
  readonly #clock: () => number;
  #meta: StoreMeta;
  // Operations get their numbers one after the other, also when a button is pressed twice.
  #last: Promise<unknown> = Promise.resolve();

  private constructor(vault: Vault, database: StoreDatabase, meta: StoreMeta, clock: () => number) {
    this.vault = vault;
    this.#open = database;
    this.#meta = meta;
    this.#clock = clock;
  }

  /**
   * Opens the store of an unlocked vault; `token` and `recoveryKey` are what the server gave after a new sign-in. `closed` is
   * called when the database was taken away under it: by a wipe in another tab, or by the browser for want of room.
   */
  static async open(
    vault: Vault,
    options: { token?: string; recoveryKey?: string; clock?: () => number; closed?: () => void } = {},
  ): Promise<MemberStore> {
    let store: MemberStore | null = null;
    const database = await openStoreDatabase(vault.owner.storeId, () => {
      if (store) store.#open = null;
      options.closed?.();
    });
    const sealed = await database.get('meta', 'meta');
    const known = sealed ? await vault.open<StoreMeta>('meta', sealed) : null;
    const meta: StoreMeta = {
      token: '',
      recoveryKey: '',
      epoch: null,
      book: null,
      cursors: {},
      lists: {},
      figures: {},
      clock: unknownClock,
      ...known,
    };
    store = new MemberStore(vault, database, meta, options.clock ?? Date.now);
    const { token, recoveryKey } = options;
    if (token !== undefined) await store.#keep({ token, ...(recoveryKey !== undefined && { recoveryKey }) });
    return store;
  }

  get meta(): Readonly<StoreMeta> {
    return this.#meta;
  }

  get #database(): StoreDatabase {
    if (!this.#open) throw new Problem('service.unavailable', { message: storeClosed });
    return this.#open;
  }

  /** The server's time, as far as the phone knows it. */
  now(): Date {
    return corrected(this.#clock(), this.#meta.clock);
  }

  /** The phone's own clock, ISO 8601. */
  clock(): string {
    return new Date(this.#clock()).toISOString();
  }

  newId(): Id {
    return newId(this.now());
  }

  /** All households that the server sent. */
  async homes(): Promise<PhoneHome[]> {
    const rows = await this.#database.getAll('homes');
    const homes: PhoneHome[] = [];
    for (const row of rows) homes.push(await this.vault.open<PhoneHome>(`home:${row.id}`, row.sealed));
    return homes;
  }

  /** Operations whose effect is not yet in what the server sent, in the order in which they were done. */
  async unconfirmed(): Promise<Operation[]> {
    const sent = (await this.#database.getAll('sent')).filter((row) => row.awaited);
    const receipts = await Promise.all(sent.map((row) => this.#openReceipt(row)));
    return [...receipts.map((receipt) => receipt.operation), ...(await this.outbox())].sort(
      (left, right) => left.seq - right.seq,
    );
  }

  /** What waits to be sent, oldest first; at most so many, without those that were set aside. */
  async outbox(most = Infinity, aside: ReadonlySet<number> = new Set()): Promise<Operation[]> {
    const bound = Number.isFinite(most) ? most + aside.size : undefined;
    const rows = (await this.#database.getAll('outbox', undefined, bound))
      .filter((row) => !aside.has(row.seq))
      .slice(0, most);
    return Promise.all(rows.map((row) => this.vault.open<Operation>(`op:${row.opId}`, row.sealed)));
  }

  /** How many wait (phiếu), and since when the oldest. */
  async unsent(): Promise<{ count: number; oldest: Date | null }> {
    const transaction = this.#database.transaction('outbox');
    const [count, first] = await Promise.all([transaction.store.count(), transaction.store.openCursor()]);
    return { count, oldest: first ? new Date(first.value.at) : null };
  }

  /**
   * Writes down what somebody did. Resolves when it is on the disk: only then may a screen say "Đã lưu". A draft of the same
   * form is gone in the same moment. Rejects with the browser's error (quota) and has then written nothing.
   */
  record(given: NewOperation, draftKey?: string): Promise<Operation> {
    const written = this.#last.then(() => this.#record(given, draftKey));
    this.#last = written.catch(() => {});
    return written;
  }

  async #record(given: NewOperation, draftKey?: string): Promise<Operation> {
    for (;;) {
      const seq = ((await this.#database.get('numbers', 'seq')) ?? 0) + 1;
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
      revision: revisionOf(this.#meta.cursors[given.scope] ?? ''),
      at: now.toISOString(),
      clock: this.clock(),
      after: this.#meta.clock.after,
    };
    const sealed = await this.vault.seal(`op:${operation.opId}`, operation);
    const transaction = this.#database.transaction(['outbox', 'numbers', 'drafts'], 'readwrite', wholly);
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
    const rows: SentRow[] = [];
    for (const operation of operations) {
      const result = byId.get(operation.opId);
      if (!result) continue;
      const { status } = result.outcome;
      rows.push({
        seq: operation.seq,
        opId: operation.opId,
        at: Date.parse(operation.at),
        sentAt: Date.parse(result.receivedAt),
        status,
        seen: status === 'ok',
        awaited: status !== 'rejected',
        sealed: await this.vault.seal(`op:${operation.opId}`, { operation, result } satisfies Receipt),
      });
    }
    const transaction = this.#database.transaction(['outbox', 'sent'], 'readwrite', wholly);
    const [sent, outbox] = [transaction.objectStore('sent'), transaction.objectStore('outbox')];
    await Promise.all([...rows.flatMap((row) => [sent.put(row), outbox.delete(row.seq)]), transaction.done]);
  }

  /** The numbers of operations that have a result, but whose effect the server has not shown yet. */
  async awaited(): Promise<number[]> {
    return (await this.#database.getAll('sent')).filter((row) => row.awaited).map((row) => row.seq);
  }

  /** The highest number that the server said it has written; 0: none. What it refused, it need not have kept. */
  async lastWritten(): Promise<number> {
    const rows = await this.#database.getAll('sent');
    return Math.max(0, ...rows.filter((row) => row.status === 'ok').map((row) => row.seq));
  }

  /**
   * After a pull that came to its end: what was awaited when it began is in it. Said by number, not by time: the phone's
   * clock may have been put right, or wrong, in between.
   */
  async confirm(shown: readonly number[]): Promise<void> {
    const old = this.now().getTime() - receiptsKept;
    const transaction = this.#database.transaction('sent', 'readwrite');
    for (const row of await transaction.store.getAll()) {
      if (row.sentAt < old && row.seen) void transaction.store.delete(row.seq);
      else if (row.awaited && shown.includes(row.seq)) void transaction.store.put({ ...row, awaited: false });
    }
    await transaction.done;
  }

  /** The server was restored from a copy: everything that it may have lost waits to be sent again (law 13). */
  async sendAgain(): Promise<void> {
    const rows = await this.#database.getAll('sent');
    const again = await Promise.all(
      rows.map(async (row) => {
        const { operation } = await this.#openReceipt(row);
        const sealed = await this.vault.seal(`op:${row.opId}`, operation);
        return { seq: row.seq, opId: row.opId, at: row.at, sealed };
      }),
    );
    const transaction = this.#database.transaction(['outbox', 'sent'], 'readwrite', wholly);
    const [sent, outbox] = [transaction.objectStore('sent'), transaction.objectStore('outbox')];
    await Promise.all([...again.flatMap((row) => [outbox.put(row), sent.delete(row.seq)]), transaction.done]);
  }

  /** Receipts, newest first; `attention`: only those that were not simply written and nobody has seen yet. */
  async receipts(most: number, attention = false): Promise<Receipt[]> {
    const rows = (await this.#database.getAll('sent'))
      .filter((row) => !attention || (row.status !== 'ok' && !row.seen))
      .sort((left, right) => right.seq - left.seq)
      .slice(0, most);
    return Promise.all(rows.map((row) => this.#openReceipt(row)));
  }

  async markSeen(seq: number): Promise<void> {
    const transaction = this.#database.transaction('sent', 'readwrite', wholly);
    const row = await transaction.store.get(seq);
    if (row) await transaction.store.put({ ...row, seen: true });
    await transaction.done;
  }

  #openReceipt(row: SentRow): Promise<Receipt> {
    return this.vault.open<Receipt>(`op:${row.opId}`, row.sealed);
  }

  /** Each answer of the server tells its time (law 8). */
  async learnTime(now: string): Promise<void> {
    await this.#keep({ clock: learned(this.#clock(), now) });
  }

  /** What the server said of its clock and its history. */
  async noteServer(now: string, epoch: Id): Promise<void> {
    const lists = this.#meta.epoch === epoch ? this.#meta : { cursors: {}, lists: this.#meta.lists };
    await this.#keep({ ...lists, clock: learned(this.#clock(), now), epoch });
  }

  async keepBook(hash: string, book: Book): Promise<void> {
    // Which figures the phone cannot count itself may be others now; they come with the same answer.
    await this.#keep({ book: { hash, book }, figures: {} });
  }

  async keepFigures(scope: Id, figures: HamletFigures): Promise<void> {
    await this.#keep({ figures: { ...this.#meta.figures, [scope]: figures } });
  }

  /** The list of a hamlet that begins anew: households that are not in it are forgotten. */
  async keepList(scope: Id, cursor: string, list: ListedHome[]): Promise<Id[]> {
    const listed = new Set(list.map((home) => home.id));
    const known = await this.#database.getAllKeysFromIndex('homes', 'scope', scope);
    const gone = known.filter((id) => !listed.has(id));
    const { [scope]: _before, ...lists } = this.#meta.lists;
    // Whose right changed may count now what only the server could, or no longer.
    const { [scope]: _counted, ...figures } = this.#meta.figures;
    await this.#keep(
      {
        cursors: { ...this.#meta.cursors, [scope]: cursor },
        figures,
        // Nothing is on its way to a hamlet without households.
        lists: list.length === 0 ? lists : { ...lists, [scope]: list },
      },
      { gone },
    );
    return gone;
  }

  /**
   * Households as the server has them, with the cursor that says so; `isWhole`: the hamlet's list is complete with them. When
   * the list promised a household that never came (a day began in between), the hamlet is asked for again.
   */
  async keepHomes(
    scope: Id,
    cursor: string,
    homes: readonly PhoneHome[],
    gone: readonly Id[],
    isWhole: boolean,
  ): Promise<void> {
    const put: { id: string; scope: string; sealed: Sealed }[] = [];
    for (const home of homes)
      put.push({ id: home.id, scope: home.hamletId, sealed: await this.vault.seal(`home:${home.id}`, home) });
    const here = await this.#inScope(scope, gone);
    const { [scope]: list = [], ...lists } = this.#meta.lists;
    const { [scope]: _before, ...cursors } = this.#meta.cursors;
    const lacks = isWhole && (await this.#lacks(list, [...homes.map((home) => home.id), ...gone]));
    await this.#keep(
      {
        cursors: lacks ? cursors : { ...cursors, [scope]: cursor },
        ...(isWhole && { lists }),
      },
      { put, gone: here },
    );
  }

  /** Whether a list promised a household that is neither here nor among those just told of. */
  async #lacks(list: readonly ListedHome[], told: readonly Id[]): Promise<boolean> {
    if (list.length === 0) return false;
    const known = new Set([...told, ...(await this.#database.getAllKeys('homes'))]);
    return list.some((row) => !known.has(row.id));
  }

  /** A household that left one hamlet of this phone for another of it stays. */
  async #inScope(scope: Id, ids: readonly Id[]): Promise<Id[]> {
    const rows = await Promise.all(ids.map((id) => this.#database.get('homes', id)));
    return rows.flatMap((row) => (row?.scope === scope ? [row.id] : []));
  }

  /** A hamlet that is no longer this phone's. Its operations stay in the outbox. */
  async forgetScope(scope: Id): Promise<Id[]> {
    const gone = await this.#database.getAllKeysFromIndex('homes', 'scope', scope);
    const { [scope]: _cursor, ...cursors } = this.#meta.cursors;
    const { [scope]: _list, ...lists } = this.#meta.lists;
    const { [scope]: _figures, ...figures } = this.#meta.figures;
    await this.#keep({ cursors, lists, figures }, { gone });
    return gone;
  }

  async #keep(
    change: Partial<StoreMeta>,
    homes: { put?: readonly { id: string; scope: string; sealed: Sealed }[]; gone?: readonly Id[] } = {},
  ): Promise<void> {
    const kept = this.#last.then(() => this.#keepNow(change, homes));
    this.#last = kept.catch(() => {});
    await kept;
  }

  async #keepNow(
    change: Partial<StoreMeta>,
    homes: { put?: readonly { id: string; scope: string; sealed: Sealed }[]; gone?: readonly Id[] },
  ): Promise<void> {
    const meta = { ...this.#meta, ...change };
    const sealed = await this.vault.seal('meta', meta);
    const transaction = this.#database.transaction(['meta', 'homes'], 'readwrite');
    const [metas, documents] = [transaction.objectStore('meta'), transaction.objectStore('homes')];
    await Promise.all([
      metas.put(sealed, 'meta'),
      ...(homes.put ?? []).map((row) => documents.put(row)),
      ...(homes.gone ?? []).map((id) => documents.delete(id)),
      transaction.done,
    ]);
    this.#meta = meta;
  }

  /** A form that was begun; written at every change, so that nothing typed is lost. */
  async keepDraft(key: string, value: unknown): Promise<void> {
    const sealed = await this.vault.seal(`draft:${key}`, value);
    await this.#database.put('drafts', { key, at: this.now().getTime(), sealed });
  }

  async draft<Value>(key: string): Promise<Value | null> {
    const row = await this.#database.get('drafts', key);
    return row ? this.vault.open<Value>(`draft:${key}`, row.sealed) : null;
  }

  /** Forms that were begun and not saved, the last one first. */
  async drafts(): Promise<{ key: string; at: Date }[]> {
    const rows = await this.#database.getAll('drafts');
    return rows.sort((left, right) => right.at - left.at).map(({ key, at }) => ({ key, at: new Date(at) }));
  }

  async dropDraft(key: string): Promise<void> {
    await this.#database.delete('drafts', key);
  }

  close(): void {
    this.#open?.close();
    this.#open = null;
  }
}
