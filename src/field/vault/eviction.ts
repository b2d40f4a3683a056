import { storeName } from './phone-database.ts';

/** A store that this phone had. No personal data: the server knows whose device it is. */
export interface StoreMark {
  storeId: string;
  deviceId: string;
  /** Operations that were not sent, when last counted; null before the first count. */
  unsent: number | null;
  /** When the oldest of them was recorded, as an ISO instant. */
  oldest: string | null;
}

const prefix = 'to-so-store:';

/**
 * Marks beside the stores, in localStorage, which Chrome leaves in place when it clears IndexedDB for want of room (law 12,
 * F10). Who clears all data of the site by hand clears the marks too; that loss only the server sees, by the gap in the
 * device's numbers (law 3).
 */
export class StoreMarks {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  list(): StoreMark[] {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
    return keys
      .filter((key): key is string => key?.startsWith(prefix) ?? false)
      .map((key) => this.#read(key))
      .filter((mark) => mark !== null);
  }

  /** Marks that the phone has this store; a count that is there stays. */
  remember({ storeId, deviceId }: { storeId: string; deviceId: string }): void {
    if (this.#read(prefix + deviceId)?.storeId === storeId) return;
    this.#write({ storeId, deviceId, unsent: null, oldest: null });
  }

  /**
   * Notes how much has not been sent, after each saved record and each push: all that is left to tell when the store
   * is gone. `oldest` is an ISO instant.
   */
  noteUnsent(
    { storeId, deviceId }: { storeId: string; deviceId: string },
    unsent: number,
    oldest: string | null,
  ): void {
    this.#write({ storeId, deviceId, unsent, oldest });
  }

  /** Takes the mark away: the store was wiped on purpose, or the server has been told of its loss. */
  forget(deviceId: string): void {
    this.#storage.removeItem(prefix + deviceId);
  }

  #read(key: string): StoreMark | null {
    try {
      const mark: StoreMark | null = JSON.parse(this.#storage.getItem(key) ?? 'null');
      return typeof mark?.storeId === 'string' ? mark : null;
    } catch {
      return null;
    }
  }

  #write(mark: StoreMark): void {
    try {
      this.#storage.setItem(prefix + mark.deviceId, JSON.stringify(mark));
    } catch {
      // A full localStorage must not fail the saving of a visit: the mark is only for the day on which the store is lost.
    }
  }
}

/**
 * The stores that were on this phone and are gone without having been wiped, with their last known counts. The app says
 * so instead of starting as new, and tells the server (F10). Clearing takes the list of members and the stores together;
 * a store that is gone alone is found too, once its outbox has been counted.
 */
export async function findVanished(marks: StoreMarks, knownStoreIds: string[]): Promise<StoreMark[]> {
  const databases = new Set((await indexedDB.databases()).map(({ name }) => name));
  return marks
    .list()
    .filter(
      ({ storeId, unsent }) =>
        !knownStoreIds.includes(storeId) || (unsent !== null && !databases.has(storeName(storeId))),
    );
}
