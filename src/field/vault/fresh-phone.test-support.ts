import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** A phone on which nothing was ever stored. */
export function freshPhone(): Storage {
  globalThis.indexedDB = new IDBFactory();
  return memoryStorage();
}

/** localStorage for Node. */
function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** The recovery key that the server would give: 32 bytes, all the same for a test. */
export const recoveryKey = (byte = 7) => new Uint8Array(32).fill(byte);

/** The moment at which chị Lan and chú Tư get their phone: half past seven in the morning, clock right. */
export const morning = Date.UTC(2026, 10, 5, 0, 30);
export const rightClock = { now: morning, serverNow: morning };

export const lan = {
  accountId: '0190a000-0000-7000-8000-000000000001',
  deviceId: '0190a000-0000-7000-8000-0000000000d1',
  displayName: 'Nguyễn Thị Lan',
  hamletNames: ['Ấp Mẫu 1'],
  pin: '250486',
  recoveryKey: recoveryKey(7),
  ...rightClock,
};
export const tu = {
  accountId: '0190a000-0000-7000-8000-000000000002',
  deviceId: '0190a000-0000-7000-8000-0000000000d2',
  displayName: 'Lê Văn Tư',
  hamletNames: ['Ấp Mẫu 1', 'Ấp Mẫu 2'],
  pin: '112233',
  recoveryKey: recoveryKey(9),
  ...rightClock,
};
