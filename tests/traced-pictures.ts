import { crc32 } from 'node:zlib';

/** What a telephone writes beside the picture, as it may never be kept. */
export const traces = ['10.7626N', 'Samsung SM-A15', '2026:11:24 07:31', 'ho so cua ba Sau', 'phim ngan'];
const [place = '', machine = '', day = '', comment = '', film = ''] = traces;

/** One grey dot: the least that every viewer of JPEG takes (ITU-T T.81, baseline). */
export const plainJpeg: Buffer = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAAL' +
    'CAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

/** Exif as cameras write it (little end first): how to turn the picture, and where, when and by what it was taken. */
export function exif(turn: number): Buffer {
  const tiff = Buffer.alloc(38);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  // Make of the machine, then the turn.
  for (const [at, tag, type, value] of [
    [10, 0x010f, 2, 0],
    [22, 0x0112, 3, turn],
  ] as const) {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt16LE(value, at + 8);
  }
  return Buffer.concat([tiff, Buffer.from([place, machine, day].join('\0'))]);
}

export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** As a telephone makes it: Exif, a comment, an XMP packet, and a short film behind the end. */
export function jpegWithTraces(turn = 1): Buffer {
  return Buffer.concat([
    plainJpeg.subarray(0, 2),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(turn)])),
    jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:${place}/>`)),
    jpegSegment(0xfe, Buffer.from(comment)),
    plainJpeg.subarray(2),
    Buffer.from(film),
  ]);
}

export function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A PNG with a comment, the hour and Exif among its chunks, and something behind its end. */
export function pngWithTraces(plain: Uint8Array, turn = 1): Buffer {
  return Buffer.concat([
    // The signature and the head chunk.
    plain.subarray(0, 33),
    pngChunk('tEXt', Buffer.from(`Comment\0${comment}`)),
    pngChunk('eXIf', exif(turn)),
    pngChunk('tIME', Buffer.from(day)),
    plain.subarray(33),
    Buffer.from(film),
  ]);
}

export function webpChunk(kind: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(kind, 'latin1'), size, data, Buffer.alloc(data.length % 2)]);
}

export function webp(...chunks: Buffer[]): Buffer {
  return Buffer.concat([webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))]);
}

/** The extended form, its flags saying that Exif and XMP follow; the picture itself is any bytes. */
export function webpWithTraces(turn = 1): Buffer {
  return webp(
    webpChunk('VP8X', Buffer.of(0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    webpChunk('VP8L', Buffer.of(0x2f, 0, 0, 0, 0)),
    webpChunk('EXIF', exif(turn)),
    webpChunk('XMP ', Buffer.from(`<x:${place}/>${comment}`)),
  );
}
