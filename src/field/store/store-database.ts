import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storeName } from '../vault/phone-database.ts';
import type { Sealed } from '../vault/seal.ts';

/** What lies in a member's own database. All that speaks of people is sealed; numbers and ids that put it in order are not. */
export interface StoreSchema extends DBSchema {
  /** Token, cursors, clock: 'meta'; 'book'; 'lists'; and the households once more, packed for the start ('homes:…'). */
  meta: { key: string; value: Sealed };
  /** The last seq that was given away; in clear, so that it is read and counted on in one transaction. */
  numbers: { key: 'seq'; value: number };
  /** One document per household. */
  homes: { key: string; value: { id: string; scope: string; sealed: Sealed }; indexes: { scope: string } };
  /** Operations that have no result yet, by seq. */
  outbox: { key: number; value: OutboxRow };
  /** Operations with a result, with their receipts: kept for the restored server (law 13) and for people to see. */
  sent: { key: number; value: SentRow };
  /** Forms that were begun, by what they are about. */
  drafts: { key: string; value: { key: string; at: number; sealed: Sealed } };
}

export interface OutboxRow {
  seq: number;
  opId: string;
  /** When it was done, in the server's time (ms). */
  at: number;
  sealed: Sealed;
}

export interface SentRow {
  seq: number;
  opId: string;
  at: number;
  /** When the result came, in the server's time (ms). */
  sentAt: number;
  status: 'ok' | 'merged' | 'review' | 'rejected';
  /** A person has seen what was not written as told. */
  seen: boolean;
  /** What the server sent since does not yet show it: it is still laid over. */
  awaited: boolean;
  sealed: Sealed;
}

export type StoreDatabase = IDBPDatabase<StoreSchema>;

/**
 * Opens a member's database; closes it when another tab deletes or upgrades it, so that a wipe never waits for this one.
 * `closed` is told so, and when the browser itself threw the data away (F10).
 */
export async function openStoreDatabase(
  storeId: string,
  closed: () => void = () => {},
): Promise<StoreDatabase> {
  const database = await openDB<StoreSchema>(storeName(storeId), 1, {
    upgrade(fresh) {
      fresh.createObjectStore('meta');
      fresh.createObjectStore('numbers');
      fresh.createObjectStore('homes', { keyPath: 'id' }).createIndex('scope', 'scope');
      fresh.createObjectStore('outbox', { keyPath: 'seq' });
      fresh.createObjectStore('sent', { keyPath: 'seq' });
      fresh.createObjectStore('drafts', { keyPath: 'key' });
    },
    blocking() {
      database.close();
      closed();
    },
    terminated: closed,
  });
  return database;
}
