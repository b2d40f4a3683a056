import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const version = 20;
// Bit 3: sizes follow the data, so that nothing is held back; bit 11: names are UTF-8.
const flags = 0x0808;
const deflated = 8;
// 1 January 1980, the first day a zip knows: the same rows give the same bytes.
const date = 0x0021;

/** Packs entries into a zip as they come, one after the other; memory stays flat whatever their length (below 4 GB). */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const record: Written = { name, crc: 0, packed: 0, size: 0, offset };
    const header = localHeader(name);
    offset += header.length;
    yield header;
    const deflate = createDeflateRaw({ level: 1, memLevel: 9 });
    const failed: { error?: unknown } = {};
    const packing = pipeline(
      Readable.from(measured(entry.content, record), { objectMode: false }),
      deflate,
    ).catch((error: unknown) => {
      failed.error = error;
    });
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      record.packed += chunk.length;
      yield chunk;
    }
    await packing;
    if (failed.error) throw failed.error;
    const sizes = descriptor(record);
    offset += record.packed + sizes.length;
    yield sizes;
    written.push(record);
  }
  const directory = written.map(directoryRecord);
  const length = directory.reduce((sum, record) => sum + record.length, 0);
  yield Buffer.concat([...directory, endRecord(written.length, length, offset)]);
}

async function* measured(content: ZipEntry['content'], record: Written): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text, 'utf8');
    record.crc = crc32(bytes, record.crc);
    record.size += bytes.length;
    yield bytes;
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(date, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor(record: Written): Buffer {
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  sizes.writeUInt32LE(record.crc, 4);
  sizes.writeUInt32LE(record.packed, 8);
  sizes.writeUInt32LE(record.size, 12);
  return sizes;
}

function directoryRecord(record: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(deflated, 10);
  entry.writeUInt16LE(date, 14);
  entry.writeUInt32LE(record.crc, 16);
  entry.writeUInt32LE(record.packed, 20);
  entry.writeUInt32LE(record.size, 24);
  entry.writeUInt16LE(record.name.length, 28);
  entry.writeUInt32LE(record.offset, 42);
  return Buffer.concat([entry, record.name]);
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
