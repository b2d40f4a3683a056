import { Problem } from '#shared/problem.ts';
import { recordBroken } from './words.ts';

/** An encrypted value as it lies in IndexedDB: one byte that says the format, 12 of IV, then ciphertext and tag. */
export type Sealed = Uint8Array<ArrayBuffer>;

const plain = 1;
const deflated = 2;
const ivLength = 12;

/**
 * Bytes from which deflating pays. Measured in Chromium 156, slowed six times: a stream costs 1.4 ms for each value whatever its
 * size, seventy times its encryption (a household of 1.9 kB becomes 0.8 kB; 400 of them take 540 ms instead of 35), while
 * the list of a hamlet (56 kB to 13 kB) takes 9 ms. 'deflate' and not 'deflate-raw', which Chrome has only since 103.
 */
const worthDeflating = 16_384;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const writer = stream.writable.getWriter();
  const [, result] = await Promise.all([
    writer.write(bytes).then(() => writer.close()),
    new Response(stream.readable).arrayBuffer(),
  ]);
  return new Uint8Array(result);
}

// One for all: a hamlet is sealed and opened household by household.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const method = (iv: Uint8Array<ArrayBuffer>, format: number, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encoder.encode(`${format} ${place}`),
});

/**
 * Encrypts a JSON value for its place ('household:…'), so that it opens nowhere else. IVs are random: safe up to some
 * billions of values per key, far beyond what one phone writes. Await it before the IndexedDB transaction is opened, since
 * a transaction commits itself while one waits for anything else.
 */
export async function sealValue(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const json: string | undefined = JSON.stringify(value);
  if (json === undefined) throw new TypeError('Only JSON values can be sealed');
  const text = encoder.encode(json);
  const deflate = text.length >= worthDeflating;
  const content = deflate ? await through(text, new CompressionStream('deflate')) : text;
  const format = deflate ? deflated : plain;
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const encrypted = await crypto.subtle.encrypt(method(iv, format, place), key, content);
  const sealed = new Uint8Array(1 + ivLength + encrypted.byteLength);
  sealed[0] = format;
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(encrypted), 1 + ivLength);
  return sealed;
}

/**
 * Gives back what was sealed for this place; throws a Problem when a byte was changed, when it was sealed for another
 * place or under another member's key, or when a newer app wrote it in a format that this one does not know.
 */
export async function openSealed<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> {
  const format = sealed[0];
  if (format !== plain && format !== deflated) throw broken();
  const iv = sealed.slice(1, 1 + ivLength);
  const content = await crypto.subtle
    .decrypt(method(iv, format, place), key, sealed.subarray(1 + ivLength))
    .catch(() => {
      throw broken();
    });
  const bytes = new Uint8Array(content);
  const text = format === deflated ? await through(bytes, new DecompressionStream('deflate')) : bytes;
  const value: T = JSON.parse(decoder.decode(text));
  return value;
}

function broken(): Problem {
  return new Problem('unexpected', { message: recordBroken });
}
