import { deleteDB } from 'idb';
import { type StoreMarks } from './eviction.ts';
import { storeName, type PhoneDatabase } from './phone-database.ts';

/**
 * Deletes a member's database, entry and mark. What opens the data is dropped first: if the phone is switched off half
 * way the data is unreadable already, and the entry that is left says that the deletion has still to be ended. Waits for as
 * long as a tab has the member's database open; who opens it closes it on `versionchange`.
 */
export async function wipeStore(database: PhoneDatabase, marks: StoreMarks, storeId: string): Promise<void> {
  const known = await database.get('members', storeId);
  // Before all else: a wipe that is interrupted must not be told as a loss. If it never began, the mark is made again.
  if (known) marks.forget(known.deviceId);
  const transaction = database.transaction('members', 'readwrite', { durability: 'strict' });
  const record = await transaction.store.get(storeId);
  if (record) {
    await transaction.store.put({
      ...record,
      displayName: '',
      hamletNames: [],
      pinWrap: null,
      serverWrap: null,
    });
  }
  await transaction.done;
  await deleteDB(storeName(storeId));
  await database.delete('members', storeId);
}
