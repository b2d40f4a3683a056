import type { Id } from '#shared/ids.ts';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import type { Book, HamletFigures } from '#features/sync/model/book.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import type { Sealed } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import { inSlices } from './in-slices.ts';
import { packKeys } from './packed-homes.ts';
import { corrected, learned, type ClockKnowledge } from './phone-clock.ts';
import type { StoreDatabase } from './store-database.ts';
import { storeClosed } from './words.ts';

/** What the store keeps besides households and operations. */
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

/**
 * Long and seldom another: these are sealed each by itself and only when they change. The rest is small and written with every answer;
 * with the list in it, a first load sealed five hundred rows anew for each sixty households that came.
 */
const apart = ['book', 'lists'] as const;
type Apart = (typeof apart)[number];

/**
 * What lies in the database of all that, and which of it by itself. The first version kept all in one: what stands there was written
 * last, also by a window that still runs it.
 */
export async function readMeta(
  vault: Vault,
  database: StoreDatabase,
): Promise<{ known: Partial<StoreMeta>; lyingApart: Set<Apart> }> {
  const transaction = database.transaction('meta');
  const read = async <Value>(name: string) => {
    const sealed = await transaction.store.get(name);
    return sealed ? vault.open<Value>(name, sealed) : null;
  };
  const [meta, book, lists] = await Promise.all([
    read<Partial<StoreMeta>>('meta'),
    read<StoreMeta['book']>('book'),
    read<StoreMeta['lists']>('lists'),
  ]);
  const long = { ...(book && { book }), ...(lists && { lists }) };
  const lyingApart = new Set(apart.filter((name) => name in long && !(meta && name in meta)));
  return { known: { ...long, ...meta }, lyingApart };
}

/** What a change does to the households that lie there; `anew`: a hamlet begins from its list again, or is gone. */
export interface HomeChange {
  put?: readonly { id: string; scope: string; sealed: Sealed }[];
  gone?: readonly Id[];
  anew?: boolean;
}

interface Ground {
  vault: Vault;
  database: StoreDatabase;
  meta: StoreMeta;
  lyingApart: Set<Apart>;
  clock: () => number;
}

/** What everything in a member's store stands on: the open database, the key, the clock, and what is written in turn. */
export abstract class StoreGround {
  readonly vault: Vault;
  /** Null once it is closed. */
  #open: StoreDatabase | null;
  readonly #clock: () => number;
  #meta: StoreMeta;
  readonly #lyingApart: Set<Apart>;
  // Operations get their numbers one after the other, also when a button is pressed twice.
  #last: Promise<unknown> = Promise.resolve();

  protected constructor({ vault, database, meta, lyingApart, clock }: Ground) {
    this.vault = vault;
    this.#open = database;
    this.#meta = meta;
    this.#lyingApart = lyingApart;
    this.#clock = clock;
  }

  get meta(): Readonly<StoreMeta> {
    return this.#meta;
  }

  protected get database(): StoreDatabase {
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

  /** Nothing more is asked of the database, whether it is still there or was taken away. */
  close(): void {
    this.#open?.close();
    this.#open = null;
  }

  /** What the clock shows is the server's `now`. */
  protected learned(now: string): ClockKnowledge {
    return learned(this.#clock(), now);
  }

  /** Does what writes when all that wrote before is done. */
  protected inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const written = this.#last.then(write);
    this.#last = written.catch(() => {});
    return written;
  }

  /** Writes what the store knows, and households with it, in one transaction. */
  protected async keep(change: Partial<StoreMeta>, homes: HomeChange = {}): Promise<void> {
    await this.inTurn(async () => {
      const meta = { ...this.#meta, ...change };
      const { book: _book, lists: _lists, ...small } = meta;
      const long = apart.filter((name) => name in change || !this.#lyingApart.has(name));
      const sealed = await Promise.all([
        this.#sealed('meta', small),
        ...long.map((name) => this.#sealed(name, meta[name])),
      ]);
      const transaction = this.database.transaction(['meta', 'homes'], 'readwrite');
      const [metas, documents] = [transaction.objectStore('meta'), transaction.objectStore('homes')];
      await Promise.all([
        ...sealed.map(([name, value]) => metas.put(value, name)),
        inSlices(homes.put ?? [], (row) => documents.put(row)).then(() =>
          inSlices(homes.gone ?? [], (id) => documents.delete(id)),
        ),
        homes.anew ? metas.delete(packKeys()) : undefined,
        transaction.done,
      ]);
      this.#meta = meta;
      for (const name of long) this.#lyingApart.add(name);
    });
  }

  async #sealed(name: string, value: unknown): Promise<[name: string, value: Sealed]> {
    return [name, await this.vault.seal(name, value)];
  }
}
