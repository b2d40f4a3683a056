import { unwrapDataKey } from './data-key.ts';
import { lockedOut, used, type MemberRecord } from './member-record.ts';
import { changeMember, phoneKeyOf, type PhoneDatabase } from './phone-database.ts';
import { keyFromPin } from './pin-key.ts';
import { countTry, mostWrongPins, triesAt } from './pin-tries.ts';

/** How a member's PIN stands before anything is typed. */
export interface PinStanding {
  /** Only a new sign-in with the server opens the store. */
  lockedOut: boolean;
  /** On the phone's clock, in milliseconds; null when a PIN may be typed now. */
  waitUntil: number | null;
  /** Wrong PINs that are left before the lock-out. */
  triesLeft: number;
}

/** Why a PIN was not taken, and how things stand now. `wait`: it was not even looked at. */
export type PinRefusal = PinStanding & { ok: false; why: 'wrong' | 'wait' | 'locked_out' };

function standingOf({ pinWrap, tries }: MemberRecord): PinStanding {
  const triesLeft = Math.max(0, mostWrongPins - tries.wrongPins);
  if (pinWrap === null || triesLeft === 0) return { lockedOut: true, waitUntil: null, triesLeft: 0 };
  return { lockedOut: false, waitUntil: tries.wait?.until ?? null, triesLeft };
}

/** How the PIN stands at `now`; also writes down a wait that a clock moved back has begun anew. */
export async function pinStanding(
  database: PhoneDatabase,
  storeId: string,
  now: number,
): Promise<PinStanding> {
  const record = await changeMember(database, storeId, (record) => ({
    ...record,
    tries: triesAt(record.tries, now),
  }));
  return standingOf(record);
}

/**
 * Tries a PIN: the data key, or why not. The try is counted first and taken back when the PIN was right; after the tenth
 * wrong one what the PIN opens is dropped (law 11, A11).
 */
export async function tryPin(
  database: PhoneDatabase,
  storeId: string,
  pin: string,
  now: number,
  options?: { forWrapping: boolean },
): Promise<{ ok: true; dataKey: CryptoKey; record: MemberRecord } | PinRefusal> {
  let refusal: PinRefusal | null = null;
  const { pinWrap, pinSalt } = await changeMember(database, storeId, (record) => {
    const before = { ...record, tries: triesAt(record.tries, now) };
    const standing = standingOf(before);
    if (standing.lockedOut) {
      // The page was closed between the tenth try and its end.
      refusal = { ok: false, why: 'locked_out', ...standing };
      return lockedOut(before);
    }
    if (standing.waitUntil !== null) {
      refusal = { ok: false, why: 'wait', ...standing };
      return before;
    }
    return { ...before, tries: countTry(before.tries, now) };
  });
  if (refusal) return refusal;
  const phoneKey = await phoneKeyOf(database);
  const dataKey = pinWrap
    ? await unwrapDataKey(pinWrap, await keyFromPin(pin, pinSalt, phoneKey), storeId, options)
    : null;
  // Another tab, or the server by way of the sync, may have locked the store out meanwhile.
  const after = await changeMember(database, storeId, (record) => {
    if (dataKey && record.pinWrap) return used(record, now);
    return standingOf(record).lockedOut ? lockedOut(record) : record;
  });
  if (dataKey && after.pinWrap) return { ok: true, dataKey, record: after };
  const standing = standingOf(after);
  return { ok: false, why: standing.lockedOut ? 'locked_out' : 'wrong', ...standing };
}
