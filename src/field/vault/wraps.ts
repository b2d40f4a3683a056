import { found, Problem } from '#shared/problem.ts';
import { unwrapDataKey, wrapDataKey, type Wrap } from './data-key.ts';
import { type MemberRecord } from './member-record.ts';
import { phoneKeyOf, type PhoneDatabase } from './phone-database.ts';
import { keyFromPin, keyFromRecovery, newPinSalt, roundsForNewPin, type PinSalt } from './pin-key.ts';
import { recoveryKeyShape, recoveryKeyWrong } from './words.ts';

/** The data key under a new PIN, with a salt of its own. */
export async function wrapByPin(
  database: PhoneDatabase,
  storeId: string,
  dataKey: CryptoKey,
  pin: string,
): Promise<{ pinSalt: PinSalt; pinWrap: Wrap }> {
  const pinSalt = newPinSalt(roundsForNewPin);
  const by = await keyFromPin(pin, pinSalt, await phoneKeyOf(database));
  return { pinSalt, pinWrap: await wrapDataKey(dataKey, by, storeId) };
}

/** The data key under the server's recovery key (32 bytes). */
export async function wrapByRecovery(
  storeId: string,
  dataKey: CryptoKey,
  recoveryKey: Uint8Array<ArrayBuffer>,
): Promise<Wrap> {
  // A short key would be accepted in silence and guard nothing.
  if (recoveryKey.length !== 32) throw new Problem('unexpected', { message: recoveryKeyShape });
  return wrapDataKey(dataKey, await keyFromRecovery(recoveryKey, storeId), storeId);
}

/** The data key by the recovery key; throws a Problem when it is not this store's, which changes nothing. */
export async function unwrapByRecovery(
  { storeId, serverWrap }: MemberRecord,
  recoveryKey: Uint8Array<ArrayBuffer>,
  options?: { forWrapping: boolean },
): Promise<CryptoKey> {
  const by = await keyFromRecovery(recoveryKey, storeId);
  const dataKey = await unwrapDataKey(found(serverWrap), by, storeId, options);
  if (!dataKey) throw new Problem('unexpected', { message: recoveryKeyWrong });
  return dataKey;
}
