/**
 * PBKDF2 rounds for a new PIN. Measured in Chromium 156 on a server's processor: a whole unlock takes 15–17 ms with the
 * processor's SHA instructions and 38–43 ms without (the quickest of 15; the rounds are nearly all of it). A 2 GB phone is
 * taken to be six times slower and without them, which makes 0.25 s, and leaves room under the 0.4 s after which a key pad
 * feels stuck. No phone has been measured. More would hold up the member and hardly a thief: six digits are a million tries
 * whatever each costs. The number is kept with each PIN, so it may change.
 */
export const roundsForNewPin = 100_000;

/**
 * Makes the phone's own key. It cannot be exported, so no script can carry it away; every guess at a PIN has to be made on
 * this phone with this key (A11). It is not hardware: who copies the whole browser profile from an unlocked, rooted phone
 * has it too, and only the rounds above and the removal of the PIN's wrap after a lock-out stand against him.
 */
export async function newPhoneKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

export interface PinSalt {
  salt: Uint8Array<ArrayBuffer>;
  /** PBKDF2 iterations. */
  rounds: number;
}

export function newPinSalt(rounds: number): PinSalt {
  return { salt: crypto.getRandomValues(new Uint8Array(16)), rounds };
}

const purpose = (text: string) => new TextEncoder().encode(text);

async function wrappingKey(
  secret: BufferSource,
  salt: BufferSource,
  purposeName: string,
): Promise<CryptoKey> {
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: purpose(purposeName) },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

/**
 * The key that a PIN gives on this phone: HKDF(HMAC(phone key, PBKDF2(PIN))). The phone's key signs the stretched PIN and
 * not only the salt: a signature of the salt, read once, would let all PINs be tried elsewhere.
 */
export async function keyFromPin(
  pin: string,
  { salt, rounds }: PinSalt,
  phoneKey: CryptoKey,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', purpose(pin), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  );
  const bound = await crypto.subtle.sign('HMAC', phoneKey, stretched);
  return wrappingKey(bound, salt, 'to-so pin 1');
}

/** The key that the server's recovery key (32 bytes) gives for the store with this id. */
export async function keyFromRecovery(
  recoveryKey: Uint8Array<ArrayBuffer>,
  storeId: string,
): Promise<CryptoKey> {
  return wrappingKey(recoveryKey, purpose(storeId), 'to-so recovery 1');
}
