import { type Wrap } from './data-key.ts';
import { type PinSalt } from './pin-key.ts';
import { mostWrongPins, noTries, type PinTries } from './pin-tries.ts';

/** One member as the phone's own database keeps him. In clear: nothing but his own name and his hamlets'. */
export interface MemberRecord {
  storeId: string;
  deviceId: string;
  accountId: string;
  displayName: string;
  hamletNames: string[];
  /** Milliseconds in the server's time. */
  createdAt: number;
  /** Last right PIN, sign-in or contact, in the server's time as far as the phone knows it; never goes back between contacts. */
  lastUsedAt: number;
  /** The server's time at the last contact. */
  lastContactAt: number;
  /** Server's time minus the phone's clock at the last contact (law 8). */
  clockOffset: number;
  pinSalt: PinSalt;
  /** The data key under the PIN; null after a lock-out. */
  pinWrap: Wrap | null;
  /** The data key under the recovery key; null only while the store is being wiped. */
  serverWrap: Wrap | null;
  tries: PinTries;
}

/** What the app may show of a member before he is unlocked. */
export type MemberEntry = Pick<
  MemberRecord,
  | 'storeId'
  | 'deviceId'
  | 'accountId'
  | 'displayName'
  | 'hamletNames'
  | 'createdAt'
  | 'lastUsedAt'
  | 'lastContactAt'
> & { lockedOut: boolean };

export function entryOf(record: MemberRecord): MemberEntry {
  const { storeId, deviceId, accountId, displayName, hamletNames, createdAt, lastUsedAt, lastContactAt } =
    record;
  const lockedOut = record.pinWrap === null || record.tries.wrongPins >= mostWrongPins;
  return {
    storeId,
    deviceId,
    accountId,
    displayName,
    hamletNames,
    createdAt,
    lastUsedAt,
    lastContactAt,
    lockedOut,
  };
}

/** Both wraps are gone and the data with them; only the deletion itself may still wait for another tab. */
export const isBeingWiped = (record: MemberRecord) => record.serverWrap === null;

/**
 * Drops what the PIN opens. Only the recovery key opens the store again, and all that is in it waits there (law 11). The
 * browser's files may hold the dropped bytes until it tidies up: this shuts the app's door, not a laboratory's.
 */
export const lockedOut = (record: MemberRecord): MemberRecord => ({ ...record, pinWrap: null });

/** `now` is the phone's clock in milliseconds; what comes back is the server's time as far as the phone can tell. */
const serverTime = (record: MemberRecord, now: number) => now + record.clockOffset;

/** After a right PIN: the count begins anew. */
export function used(record: MemberRecord, now: number): MemberRecord {
  return {
    ...record,
    tries: noTries,
    lastUsedAt: Math.max(record.lastUsedAt, serverTime(record, now)),
  };
}

/** After an answer of the server: it alone may also put the times back. */
export function contacted(record: MemberRecord, serverNow: number, now: number): MemberRecord {
  return { ...record, lastContactAt: serverNow, lastUsedAt: serverNow, clockOffset: serverNow - now };
}

/**
 * True when the phone has not heard of the server for more than `days` (law 11). The clock may have been moved back since
 * the store was last used, so time is counted at least up to then.
 */
export function isStale(record: MemberRecord, now: number, days: number): boolean {
  const silence = Math.max(serverTime(record, now), record.lastUsedAt) - record.lastContactAt;
  return silence > days * 24 * 60 * 60 * 1000;
}
