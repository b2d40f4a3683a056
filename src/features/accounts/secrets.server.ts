import { argon2, createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// OWASP's floor for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** A password's hash in PHC form; the cost stands in it, so that it can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: password.normalize('NFC'), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

const nobody = hashPassword(randomBytes(16).toString('hex'));

/** True when the password fits. Without a hash the same work is done, so that time does not tell who exists (A8). */
export async function passwordFits(hash: string | null, password: string): Promise<boolean> {
  const [, , , parameters = '', nonce = '', tag = ''] = (hash ?? (await nobody)).split('$');
  const [memory = 0, passes = 0, parallelism = 0] = parameters
    .split(',')
    .map((part) => Number(part.slice(2)));
  const wanted = Buffer.from(tag, 'base64url');
  const given = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64url'),
    memory,
    passes,
    parallelism,
    tagLength: wanted.length,
  });
  return timingSafeEqual(given, wanted) && hash !== null;
}

/** A session's secret: 256 bits, only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** An invitation code that can be read out on the phone: eight of 32 letters without I, O, 0, 1 (40 bits), written as ABCD-EFGH. */
export function newInvitationCode(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What is stored and looked up for a token or a code: its hash; blanks, dashes and case of a typed code do not matter. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function codeFingerprint(code: string): string {
  return fingerprint(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}
