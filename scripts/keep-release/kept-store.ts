import { openDB } from 'idb';
import { fromBase64, toBase64 } from '#shared/base64.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { Vault, type VaultOwner } from '../../src/field/vault/vault.ts';
import { storeName } from '../../src/field/vault/phone-database.ts';

/** The database of a member as one release wrote it, with what opens it. Everything in it is invented. */
export interface KeptStore {
  appVersion: string;
  owner: VaultOwner;
  hamletId: string;
  memberId: string;
  /** Base64 of the data key. */
  key: string;
  databaseVersion: number;
  stores: KeptTable[];
  /** What waits in its outbox, as the release sends it over the wire. */
  operations: Operation[];
}

interface KeptTable {
  name: string;
  keyPath: string | null;
  indexes: { name: string; keyPath: string }[];
  /** Bytes are base64 with a mark before them. */
  rows: { key: IDBValidKey; value: unknown }[];
}

const mark = 'base64:';
const packed = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return mark + toBase64(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, packed(part)]));
};
const unpacked = (value: unknown): unknown => {
  if (typeof value === 'string' && value.startsWith(mark)) return fromBase64(value.slice(mark.length));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpacked(part)]));
};

const text = (keyPath: unknown) => (typeof keyPath === 'string' ? keyPath : null);

/** All that lies in a member's database, whatever its shape. */
export async function dumpStore(storeId: string): Promise<Pick<KeptStore, 'databaseVersion' | 'stores'>> {
  const database = await openDB(storeName(storeId));
  const stores: KeptTable[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).store;
    const indexes = [...store.indexNames].map((index) => ({
      name: index,
      keyPath: text(store.index(index).keyPath) ?? '',
    }));
    const keyPath = text(store.keyPath);
    const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
    stores.push({
      name,
      keyPath,
      indexes,
      rows: keys.map((key, index) => ({ key, value: packed(values[index]) })),
    });
  }
  const { version } = database;
  database.close();
  return { databaseVersion: version, stores };
}

/** Puts a kept database onto this phone as the release had left it; gives the vault that opens it. */
export async function layDown(kept: KeptStore): Promise<Vault> {
  const database = await openDB(storeName(kept.owner.storeId), kept.databaseVersion, {
    upgrade(fresh) {
      for (const { name, keyPath, indexes } of kept.stores) {
        const store = fresh.createObjectStore(name, keyPath === null ? {} : { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
      }
    },
  });
  for (const { name, keyPath, rows } of kept.stores)
    for (const { key, value } of rows)
      await (keyPath === null
        ? database.put(name, unpacked(value), key)
        : database.put(name, unpacked(value)));
  database.close();
  return new Vault(kept.owner, await importKey(kept.key));
}

/** The data key, from its base64. */
export const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
