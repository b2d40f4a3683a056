import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { found, Problem } from '#shared/problem.ts';
import { isBeingWiped, type MemberRecord } from './member-record.ts';
import { newPhoneKey } from './pin-key.ts';
import { alreadyOnPhone } from './words.ts';

interface PhoneSchema extends DBSchema {
  keys: { key: 'phone'; value: CryptoKey };
  members: { key: string; value: MemberRecord };
}

/** The small database that all members of a phone share: who they are and how their stores open. */
export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/** The name of the IndexedDB database in which a member's own data lies. */
export const storeName = (storeId: string) => `to-so-${storeId}`;

export async function openPhoneDatabase(): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>('to-so-phone', 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('members', { keyPath: 'storeId' });
    },
  });
}

/** The phone's key, made when it is first asked for; of two tabs that do so at once, one makes it. */
export async function phoneKeyOf(database: PhoneDatabase): Promise<CryptoKey> {
  const known = await database.get('keys', 'phone');
  if (known) return known;
  const fresh = await newPhoneKey();
  const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
  const other = await transaction.store.get('phone');
  if (!other) await transaction.store.put(fresh, 'phone');
  await transaction.done;
  return other ?? fresh;
}

/** Changes one member in one transaction, which is on disk before this resolves: a counted try survives the power button. */
export async function changeMember(
  database: PhoneDatabase,
  storeId: string,
  change: (record: MemberRecord) => MemberRecord,
): Promise<MemberRecord> {
  const transaction = database.transaction('members', 'readwrite', { durability: 'strict' });
  const changed = change(found(await transaction.store.get(storeId)));
  await transaction.store.put(changed);
  await transaction.done;
  return changed;
}

/**
 * Adds a member; throws `duplicate` when the account has a store here. That one may hold work that was not sent, and a second
 * one would hide it.
 */
export async function addMember(database: PhoneDatabase, record: MemberRecord): Promise<void> {
  const transaction = database.transaction('members', 'readwrite', { durability: 'strict' });
  const others = await transaction.store.getAll();
  const isThere = others.some((other) => other.accountId === record.accountId && !isBeingWiped(other));
  if (!isThere) await transaction.store.add(record);
  await transaction.done;
  if (isThere) throw new Problem('duplicate', { message: alreadyOnPhone });
}
