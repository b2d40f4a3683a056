import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '#shared/base64.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../words.ts';
import type { Operation } from './operation.ts';

const moment = z.iso.datetime({ offset: true });
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));

/**
 * What a phone has not sent, in a file for the commune's office, for the day on which the phone itself cannot send (law 12).
 * Outside stands whose it is; what was written down is sealed, and only who has the device's recovery key opens it: the phone
 * and the server.
 */
export const HandoverFile = z.object({
  format: z.literal('to-so-ban-giao'),
  version: z.literal(1),
  deviceId: id,
  accountId: id,
  /** The server's time as far as the phone knew it. */
  madeAt: moment,
  /** Operations inside (phiếu). */
  count: z.number().check(z.int(), z.gte(0), z.lte(1_000_000)),
  /** 16 random bytes from which, with the recovery key, this file's key is made. */
  salt: base64.check(z.length(24)),
  /** 12 bytes of IV, then ciphertext and tag of `HandoverContent`. */
  sealed: base64,
});
export type HandoverFile = z.infer<typeof HandoverFile>;

/** What is inside: as in a push, an operation that is none is refused alone and blocks no other. */
export interface HandoverContent<One = unknown> {
  operations: One[];
  /** The phone's own clock when the file was made, ISO 8601. */
  clock: string;
}

const Content = z.object({ operations: z.array(z.unknown()), clock: moment });
type Head = Omit<HandoverFile, 'sealed'>;

/** Makes the file. Removes nothing anywhere. `recoveryKey`: base64 of the device's 32 bytes. */
export async function sealHandover(
  about: Pick<HandoverFile, 'deviceId' | 'accountId' | 'madeAt'>,
  content: HandoverContent<Operation>,
  recoveryKey: string,
): Promise<HandoverFile> {
  const { deviceId, accountId, madeAt } = about;
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const count = content.operations.length;
  const head: Head = { format: 'to-so-ban-giao', version: 1, deviceId, accountId, madeAt, count, salt };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(content));
  const key = await keyOf(recoveryKey, salt);
  const encrypted = new Uint8Array(await crypto.subtle.encrypt(method(iv, head), key, text));
  const sealed = new Uint8Array(iv.length + encrypted.length);
  sealed.set(iv);
  sealed.set(encrypted, iv.length);
  return { ...head, sealed: toBase64(sealed) };
}

/** Reads what somebody chose as a hand-over file; throws `file.unreadable` when it is none, or one of a newer app. */
export function readHandover(text: string): HandoverFile {
  try {
    return HandoverFile.parse(JSON.parse(text));
  } catch {
    throw new Problem('file.unreadable', { message: words.handoverUnreadable });
  }
}

/**
 * What is inside. `recoveryKey`: base64, of the device that the file names. Throws `file.unreadable` when the key is another
 * device's or a letter of the file was changed, also of what stands outside.
 */
export async function openHandover(file: HandoverFile, recoveryKey: string): Promise<HandoverContent> {
  const { sealed, ...head } = file;
  try {
    const bytes = fromBase64(sealed);
    const key = await keyOf(recoveryKey, file.salt);
    const opened = await crypto.subtle.decrypt(method(bytes.slice(0, 12), head), key, bytes.subarray(12));
    return Content.parse(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    throw new Problem('file.unreadable', { message: words.handoverSealed });
  }
}

async function keyOf(recoveryKey: string, salt: string): Promise<CryptoKey> {
  const secret = fromBase64(recoveryKey);
  // A short key would be accepted in silence and guard nothing.
  if (secret.length !== 32) throw new Problem('unexpected', { message: words.handoverNoKey });
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: fromBase64(salt),
      info: new TextEncoder().encode('to-so handover'),
    },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** What stands outside is sealed with what stands inside: nobody puts another name or number on the file. */
function method(iv: Uint8Array<ArrayBuffer>, head: Head): AesGcmParams {
  const { format, version, deviceId, accountId, madeAt, count, salt } = head;
  const told = JSON.stringify([format, version, deviceId, accountId, madeAt, count, salt]);
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(told) };
}
