import { crc32 } from 'node:zlib';
import type { AttachedType } from './attached-type.ts';

/*
 * A photograph says more than it shows: where it was taken, when, by which telephone, a small copy of what was cut off. What a
 * viewer does not need is left out, segment by segment; the pixels are never touched. Only what is known to be needed goes on.
 */

type PictureType = Exclude<AttachedType, 'application/pdf'>;

/** The picture without anything but the picture (how it is to be turned stays); null when it is not whole, or of a kind that is not known. */
export function withoutTraces(bytes: Uint8Array, type: PictureType): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp }[type](file);
  } catch (error) {
    // A length that points past the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** ITU-T T.81, annex B: markers, each with the length of what follows; after 'start of scan' the coded picture until the next. */
function cleanJpeg(file: Buffer): Uint8Array | null {
  const kept: Buffer[] = [];
  let turn = upright;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (file[at] !== 0xff) return null;
    // Any number of these may stand before a marker.
    while (file[at + 1] === 0xff) at += 1;
    const marker = file.readUInt8(at + 1);
    // What some cameras add behind the end (a film, a second picture) is no part of the picture.
    if (marker === 0xd9)
      return scans === 0
        ? null
        : Buffer.concat([Buffer.of(0xff, 0xd8), ...exifOf(turn), ...kept, Buffer.of(0xff, 0xd9)]);
    const end = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at, end);
    if (end > file.length || segment.length < 4) return null;
    if (marker === 0xe1 && startsWith(segment, 'Exif\0\0')) turn = turnOf(segment.subarray(10)) ?? turn;
    else if (marker === 0xe0 && startsWith(segment, 'JFIF\0')) kept.push(plainJfif(segment));
    else if (isOfThePicture(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    scans += 1;
    at = nextMarker(file, at);
    kept.push(file.subarray(end, at));
  }
}

/** Tables, frames and scans, the colours (Adobe's transform, ICC); no other application's segment and no comment. */
function isOfThePicture(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return startsWith(segment, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(segment, 'Adobe');
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf);
}

const startsWith = (segment: Buffer, name: string) => segment.toString('latin1', 4, 4 + name.length) === name;

/** Its version and density, without the small copy that it may carry. */
function plainJfif(segment: Buffer): Buffer {
  if (segment.length < 18) throw new RangeError('JFIF');
  const plain = Buffer.from(segment.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.fill(0, 16);
  return plain;
}

/** In the coded picture a marker's first byte is followed by 0, or by a sign to start anew (D0 to D7). */
function nextMarker(file: Buffer, from: number): number {
  let at = file.indexOf(0xff, from);
  while (at >= 0) {
    const next = file.readUInt8(at + 1);
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = file.indexOf(0xff, at + 2);
  }
  throw new RangeError('no end');
}

/** W3C PNG: what draws, and the colours. Text, time and what else was added is not among them. */
const pngChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

function cleanPng(file: Buffer): Uint8Array | null {
  const kept: Buffer[] = [];
  let turn = upright;
  let at = 8;
  for (;;) {
    const end = at + 12 + file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    if (end > file.length || (kept.length === 0) !== (kind === 'IHDR')) return null;
    if (kind === 'eXIf') turn = turnOf(file.subarray(at + 8, end - 4)) ?? turn;
    else if (pngChunks.has(kind)) kept.push(file.subarray(at, end));
    at = end;
    if (kind === 'IEND') break;
  }
  const [head = Buffer.alloc(0), ...rest] = kept;
  const turned = turn === upright ? [] : [pngChunk('eXIf', tiffOf(turn))];
  return Buffer.concat([file.subarray(0, 8), head, ...turned, ...rest]);
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length);
  chunk.write(kind, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), data.length + 8);
  return chunk;
}

/** RFC 9649: a still picture, in its plain or extended form. One that moves is not known here. */
const webpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);
const flagsOfTraces = 0b1100;
const flagOfExif = 0b1000;

function cleanWebp(file: Buffer): Uint8Array | null {
  const all = 8 + file.readUInt32LE(4);
  if (all > file.length) return null;
  const kept: Buffer[] = [];
  let turn = upright;
  for (let at = 12; at < all;) {
    const size = file.readUInt32LE(at + 4);
    // Chunks begin at even places.
    const end = at + 8 + size + (size % 2);
    if (end > all) return null;
    const kind = file.toString('latin1', at, at + 4);
    const data = file.subarray(at + 8, at + 8 + size);
    if (kind === 'ANIM' || kind === 'ANMF') return null;
    if (kind === 'EXIF')
      turn = turnOf(data.subarray(data.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)) ?? turn;
    else if (webpChunks.has(kind)) kept.push(Buffer.from(file.subarray(at, end)));
    at = end;
  }
  if (!kept.some((chunk) => /^VP8[ L]/.test(chunk.toString('latin1', 0, 4)))) return null;
  const extended = kept.find((chunk) => chunk.toString('latin1', 0, 4) === 'VP8X');
  const turned = extended !== undefined && turn !== upright;
  if (extended) {
    const flags = extended.readUInt8(8) & ~flagsOfTraces;
    extended.writeUInt8(turned ? flags | flagOfExif : flags, 8);
  }
  if (turned) kept.push(webpChunk('EXIF', tiffOf(turn)));
  const head = Buffer.from(file.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function webpChunk(kind: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 8);
  chunk.write(kind, 0, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  data.copy(chunk, 8);
  return chunk;
}

/** 1: as it lies (Exif 2.32, tag 0112). */
const upright = 1;

/** How a picture is to be turned (1 to 8), from its Exif; null when it does not say. */
function turnOf(tiff: Buffer): number | null {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let nth = 0; nth < two(first); nth += 1) {
      const entry = first + 2 + nth * 12;
      if (two(entry) !== 0x0112) continue;
      const turn = two(entry + 8);
      return turn >= 1 && turn <= 8 ? turn : null;
    }
    return null;
  } catch (error) {
    // Exif that is broken says nothing, and the picture is none the worse.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An Exif that says how to turn the picture, and nothing else. */
function tiffOf(turn: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turn, 18);
  return tiff;
}

function exifOf(turn: number): Buffer[] {
  if (turn === upright) return [];
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffOf(turn)]);
  const head = Buffer.of(0xff, 0xe1, 0, body.length + 2);
  return [Buffer.concat([head, body])];
}
