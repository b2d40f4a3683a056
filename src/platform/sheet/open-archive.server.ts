import { type Entry, fromBufferPromise, openPromise } from 'yauzl';
import { Problem } from '#shared/problem.ts';
import * as words from './words.ts';
import { limits } from './workbook.ts';

export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** The text of an entry, piece by piece; nothing when there is no such entry. */
  read(name: string): AsyncGenerator<string>;
  close(): void;
}

/**
 * Opens a zip without unpacking it and refuses what is not a plain file of bearable size: by what it declares first
 * (entries, sizes, ratio, encryption, unsafe names), then, while entries are read, by what really comes out (B1, B2).
 */
export async function openArchive(source: string | Buffer): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };
  const zip = await unreadable(
    typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options),
  );
  const entries = new Map<string, Entry>();
  let declared = 0;
  if (zip.entryCount > limits.entries) tooMany();
  const cursor = zip.eachEntry();
  for (;;) {
    const next = await unreadable(cursor.next());
    if (next.done) break;
    const entry = next.value;
    if (entry.isEncrypted()) throw new Problem('file.kind_not_supported', { message: words.locked });
    // Two entries of one name: readers disagree which one counts.
    if (entries.has(entry.fileName)) throw new Problem('file.unreadable', { message: words.damaged });
    entries.set(entry.fileName, entry);
    if (entries.size > limits.entries) tooMany();
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes || isBomb(entry.uncompressedSize, entry.compressedSize)) inflated();
  }

  let unpacked = 0;
  async function* read(name: string): AsyncGenerator<string> {
    const entry = entries.get(name);
    if (!entry) return;
    if (!entry.canDecodeFileData()) throw new Problem('file.unreadable', { message: words.damaged });
    const stream = await unreadable(zip.openReadStreamPromise(entry));
    const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    let decoder: TextDecoder | undefined;
    let ofThis = 0;
    try {
      for (;;) {
        const next = await unreadable(pieces.next());
        if (next.done) break;
        unpacked += next.value.length;
        ofThis += next.value.length;
        if (unpacked > limits.inflatedBytes || isBomb(ofThis, entry.compressedSize)) inflated();
        decoder ??= new TextDecoder(encodingOf(next.value), { fatal: true });
        yield decoded(decoder, next.value);
      }
      if (decoder) yield decoded(decoder);
    } finally {
      stream.destroy();
    }
  }
  return { names: [...entries.keys()], has: (name) => entries.has(name), read, close: () => zip.close() };
}

function isBomb(size: number, packed: number): boolean {
  return size > limits.ratioFrom && size > packed * limits.ratio;
}

function encodingOf(first: Buffer): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new Problem('file.unreadable', { message: words.damaged });
  }
}

async function unreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const forged = error instanceof Error && error.message.includes('too many bytes');
    throw forged
      ? new Problem('file.too_large', { message: words.inflatedTooLarge(limits.inflatedBytes) })
      : new Problem('file.unreadable', { message: words.damaged });
  }
}

function inflated(): never {
  throw new Problem('file.too_large', { message: words.inflatedTooLarge(limits.inflatedBytes) });
}

function tooMany(): never {
  throw new Problem('file.too_large', { message: words.tooManyEntries(limits.entries) });
}
