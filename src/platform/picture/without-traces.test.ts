import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exif,
  jpegSegment,
  jpegWithTraces,
  plainJpeg,
  pngChunk,
  pngWithTraces,
  traces,
  webp,
  webpChunk,
  webpWithTraces,
} from '#tests/traced-pictures.ts';
import { greyPng } from './png.server.ts';
import { withoutTraces } from './without-traces.server.ts';

const png = Buffer.from(greyPng(new Uint8Array([0, 255, 255, 0]), 2, 2, 96));
const cases = [
  ['image/jpeg', jpegWithTraces],
  ['image/png', (turn?: number) => pngWithTraces(png, turn)],
  ['image/webp', webpWithTraces],
] as const;
const cleaned = (type: (typeof cases)[number][0], bytes: Uint8Array) => {
  const clean = withoutTraces(bytes, type);
  return clean && Buffer.from(clean);
};

describe.each(cases)('a picture as %s', (type, traced) => {
  it('keeps nothing of where, when and by what it was taken', () => {
    for (let turn = 1; turn <= 8; turn += 1) {
      const clean = cleaned(type, traced(turn));
      for (const trace of traces) expect(clean?.includes(trace), trace).toBe(false);
    }
  });

  it('keeps how it is to be turned, in an Exif with one entry, and none where it stands upright', () => {
    const upright = cleaned(type, traced(1));
    expect(upright?.includes('MM\0*')).toBe(false);
    for (let turn = 2; turn <= 8; turn += 1) {
      const clean = cleaned(type, traced(turn));
      const at = clean?.indexOf('MM\0*') ?? -1;
      expect(at).toBeGreaterThan(0);
      expect([
        clean?.readUInt16BE(at + 8),
        clean?.readUInt16BE(at + 10),
        clean?.readUInt16BE(at + 18),
      ]).toEqual([1, 0x0112, turn]);
    }
  });

  it('cleaned again, stays as it is', () => {
    for (const turn of [1, 6]) {
      const once = cleaned(type, traced(turn)) ?? Buffer.alloc(0);
      expect(cleaned(type, once)).toEqual(once);
    }
  });

  it('that is not whole is none, wherever it ends', () => {
    const clean = cleaned(type, traced(6)) ?? Buffer.alloc(0);
    fc.assert(
      fc.property(fc.nat(clean.length - 1), (length) => {
        expect(cleaned(type, clean.subarray(0, length))).toBeNull();
      }),
    );
  });
});

/** The pixels are what remains: a picture without traces is kept byte by byte. */
it('leaves a plain picture alone', () => {
  expect(cleaned('image/jpeg', plainJpeg)).toEqual(plainJpeg);
  expect(cleaned('image/png', png)).toEqual(png);
  const plain = webp(webpChunk('VP8L', Buffer.of(0x2f, 0, 0, 0, 0)));
  expect(cleaned('image/webp', plain)).toEqual(plain);
});

it('gives the plain picture back, whatever applications wrote before the scan of a JPEG', () => {
  // APP1, APP3 to APP13, APP15 and comments; JFIF, colours and Adobe are the picture's own.
  const foreign = fc.constantFrom(0xe1, 0xe3, 0xe7, 0xed, 0xef, 0xfe);
  const segments = fc.array(fc.tuple(foreign, fc.uint8Array({ maxLength: 40 })), { maxLength: 5 });
  fc.assert(
    fc.property(segments, (some) => {
      const written = some.map(([marker, data]) => jpegSegment(marker, Buffer.from(data)));
      const bytes = Buffer.concat([plainJpeg.subarray(0, 2), ...written, plainJpeg.subarray(2)]);
      expect(cleaned('image/jpeg', bytes)).toEqual(plainJpeg);
    }),
  );
});

it('keeps colours, and drops the small copy that JFIF may carry', () => {
  const colours = jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01mau'));
  const copy = Buffer.from(plainJpeg.subarray(2, 20));
  copy.writeUInt16BE(16 + 3, 2);
  copy.set([1, 1], 16);
  const bytes = Buffer.concat([
    plainJpeg.subarray(0, 2),
    copy,
    Buffer.from('RGB'),
    colours,
    plainJpeg.subarray(20),
  ]);
  expect(cleaned('image/jpeg', bytes)).toEqual(
    Buffer.concat([plainJpeg.subarray(0, 20), colours, plainJpeg.subarray(20)]),
  );
});

it('takes no moving picture, and none without a picture', () => {
  expect(
    cleaned('image/webp', webp(webpChunk('VP8X', Buffer.alloc(10)), webpChunk('ANMF', exif(1)))),
  ).toBeNull();
  expect(cleaned('image/webp', webp(webpChunk('EXIF', exif(1))))).toBeNull();
  expect(cleaned('image/jpeg', Buffer.of(0xff, 0xd8, 0xff, 0xd9))).toBeNull();
  expect(
    cleaned('image/png', Buffer.concat([png.subarray(0, 8), pngChunk('IEND', Buffer.alloc(0))])),
  ).toBeNull();
});
