import type { Id } from '#shared/ids.ts';
import type { Book, HamletFigures } from '#features/sync/model/book.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import type { Vault } from '../vault/vault.ts';
import { OwnWork } from './own-work.ts';
import { openPack, packKeys, sealPack, stampOf } from './packed-homes.ts';
import { unknownClock } from './phone-clock.ts';
import { openStoreDatabase } from './store-database.ts';
import { readMeta, type StoreMeta } from './store-ground.ts';

/**
 * One member's data on the phone: what its owner did, and what the server sent, which is written with its cursor in one
 * transaction (law 4).
 */
export class MemberStore extends OwnWork {
  /** The stamp of the pack that lies there. */
  #packed: string | null = null;

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
      store?.close();
      options.closed?.();
    });
    const { known, lyingApart } = await readMeta(vault, database);
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
    store = new MemberStore({ vault, database, meta, lyingApart, clock: options.clock ?? Date.now });
    const { token, recoveryKey } = options;
    if (token !== undefined) await store.keep({ token, ...(recoveryKey !== undefined && { recoveryKey }) });
    return store;
  }

  /** All households that the server sent. */
  async homes(): Promise<PhoneHome[]> {
    const stamp = stampOf(this.meta.cursors);
    const packed = await openPack(this.vault, this.database, stamp);
    if (packed) {
      this.#packed = stamp;
      return packed;
    }
    const rows = await this.database.getAll('homes');
    return Promise.all(rows.map((row) => this.vault.open<PhoneHome>(`home:${row.id}`, row.sealed)));
  }

  /**
   * Packs the households for the next start: those that the server sent up to the cursors of this moment, so never to be called
   * while an answer is being taken. `pause` is waited for before each part.
   */
  async pack(homes: readonly PhoneHome[], pause: () => Promise<unknown>): Promise<void> {
    const stamp = stampOf(this.meta.cursors);
    if (stamp === this.#packed) return;
    const parts = await sealPack(this.vault, stamp, homes, pause);
    await this.inTurn(async () => {
      // News came meanwhile: it is packed when it has been taken.
      if (stamp !== stampOf(this.meta.cursors)) return;
      const transaction = this.database.transaction('meta', 'readwrite');
      await Promise.all([
        transaction.store.delete(packKeys()),
        ...parts.map(({ key, sealed }) => transaction.store.put(sealed, key)),
        transaction.done,
      ]);
      this.#packed = stamp;
    });
  }

  /** Each answer of the server tells its time (law 8). */
  async learnTime(now: string): Promise<void> {
    await this.keep({ clock: this.learned(now) });
  }

  /** What the server said of its clock and its history. */
  async noteServer(now: string, epoch: Id): Promise<void> {
    const lists = this.meta.epoch === epoch ? this.meta : { cursors: {}, lists: this.meta.lists };
    await this.keep({ ...lists, clock: this.learned(now), epoch });
  }

  async keepBook(hash: string, book: Book): Promise<void> {
    // Which figures the phone cannot count itself may be others now; they come with the same answer.
    await this.keep({ book: { hash, book }, figures: {} });
  }

  async keepFigures(scope: Id, figures: HamletFigures): Promise<void> {
    await this.keep({ figures: { ...this.meta.figures, [scope]: figures } });
  }

  /** The list of a hamlet that begins anew: households that are not in it are forgotten. */
  async keepList(scope: Id, cursor: string, list: ListedHome[]): Promise<Id[]> {
    const listed = new Set(list.map((home) => home.id));
    const known = await this.database.getAllKeysFromIndex('homes', 'scope', scope);
    const gone = known.filter((id) => !listed.has(id));
    const { [scope]: _before, ...lists } = this.meta.lists;
    // Whose right changed may count now what only the server could, or no longer.
    const { [scope]: _counted, ...figures } = this.meta.figures;
    await this.keep(
      {
        cursors: { ...this.meta.cursors, [scope]: cursor },
        figures,
        // Nothing is on its way to a hamlet without households.
        lists: list.length === 0 ? lists : { ...lists, [scope]: list },
      },
      { gone, anew: true },
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
    const put = await Promise.all(
      homes.map(async (home) => ({
        id: home.id,
        scope: home.hamletId,
        sealed: await this.vault.seal(`home:${home.id}`, home),
      })),
    );
    const here = await this.#inScope(scope, gone);
    const { [scope]: list = [], ...lists } = this.meta.lists;
    const { [scope]: _before, ...cursors } = this.meta.cursors;
    const lacks = isWhole && (await this.#lacks(list, [...homes.map((home) => home.id), ...gone]));
    await this.keep(
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
    const known = new Set([...told, ...(await this.database.getAllKeys('homes'))]);
    return list.some((row) => !known.has(row.id));
  }

  /** A household that left one hamlet of this phone for another of it stays. */
  async #inScope(scope: Id, ids: readonly Id[]): Promise<Id[]> {
    const rows = await Promise.all(ids.map((id) => this.database.get('homes', id)));
    return rows.flatMap((row) => (row?.scope === scope ? [row.id] : []));
  }

  /** A hamlet that is no longer this phone's. Its operations stay in the outbox. */
  async forgetScope(scope: Id): Promise<Id[]> {
    const gone = await this.database.getAllKeysFromIndex('homes', 'scope', scope);
    const { [scope]: _cursor, ...cursors } = this.meta.cursors;
    const { [scope]: _list, ...lists } = this.meta.lists;
    const { [scope]: _figures, ...figures } = this.meta.figures;
    await this.keep({ cursors, lists, figures }, { gone, anew: true });
    return gone;
  }
}
