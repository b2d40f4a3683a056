import { create, type Font, type PathCommand } from 'fontkit';
import { readFileSync } from 'node:fs';

/**
 * Tinos, the open face with the widths of Times New Roman and every Vietnamese letter (domain/04 §3.5), read from our
 * own files: nothing is fetched, and the same file is embedded on every machine. Its lines break where Word's do.
 */
export const faceNames = ['regular', 'bold', 'italic', 'boldItalic'] as const;
export type FaceName = (typeof faceNames)[number];

// The sources lie beside a build too, which has this file in build/server/chunks.
const folder = new URL('../../../src/platform/pdf/fonts/', import.meta.url);
const files: Record<FaceName, string> = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
  boldItalic: 'Tinos-BoldItalic.ttf',
};

const bytes = new Map<FaceName, Buffer>();
const fonts = new Map<FaceName, Font>();
const advances = new Map<FaceName, Map<string, number>>();

/**
 * A face for one document. Not shared: the library keeps with each glyph the letter that first asked for it, and a glyph
 * that was first a part of another would lose its letter in the next document.
 */
export function newFont(face: FaceName): Font {
  let file = bytes.get(face);
  if (file === undefined) bytes.set(face, (file = readFileSync(new URL(files[face], folder))));
  const font = create(file);
  if (!('glyphForCodePoint' in font)) throw new Error(`${files[face]} holds more than one face`);
  return font;
}

/** A face to measure with, and to ask which letters it has. */
function fontOf(face: FaceName): Font {
  let font = fonts.get(face);
  if (font === undefined) fonts.set(face, (font = newFont(face)));
  return font;
}

/** Width of a text in one line, in points at a size in points; letter by letter, as Word sets it (no kerning). */
export function widthOf(text: string, face: FaceName, size: number): number {
  let known = advances.get(face);
  if (known === undefined) advances.set(face, (known = new Map<string, number>()));
  let sum = 0;
  for (const letter of text) {
    let advance = known.get(letter);
    if (advance === undefined) {
      const font = fontOf(face);
      advance = font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
      known.set(letter, advance);
    }
    sum += advance;
  }
  return sum * size;
}

/** The text with "�" for every letter that the face has not: PDF/A allows no empty boxes, and a gap would hide the loss. */
export function printable(text: string, face: FaceName): string {
  let printed = '';
  for (const letter of text) printed += isPrintable(letter, face) ? letter : '\ufffd';
  return printed;
}

const isPrintable = (letter: string, face: FaceName) =>
  (letter >= ' ' && letter <= '~') || fontOf(face).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);

/** Height of a line set single, and how far its letters' foot lies below its top, in points: whole twips, as Word counts. */
export function lineHeight(size: number): number {
  return toTwips(((1825 + 443 + 87) / 2048) * size);
}
export const ascent = (size: number) => (1825 / 2048) * size;

const toTwips = (points: number) => Math.round(points * 20) / 20;

/** The outlines of a text's letters, one list for each letter, in parts of the size; upwards from their foot. */
export function outlinesOf(text: string, face: FaceName): [x: number, y: number][][][] {
  const font = fontOf(face);
  const units = font.unitsPerEm;
  let left = 0;
  return Array.from(text, (letter) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const outlines = flattened(glyph.path.commands).map((outline) =>
      outline.map(([x, y]): [number, number] => [left + x / units, y / units]),
    );
    left += glyph.advanceWidth / units;
    return outlines;
  });
}

/** Curves as short straight pieces: eight to a curve are finer than a dot at the size of a chart's letters. */
function flattened(commands: readonly PathCommand[]): [x: number, y: number][][] {
  const outlines: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') outlines.push([]);
    if (command === 'moveTo' || command === 'lineTo') [x, y] = [a, b];
    if (command === 'quadraticCurveTo') {
      for (let step = 1; step < 8; step += 1) {
        const [t, u] = [step / 8, 1 - step / 8];
        outlines.at(-1)?.push([u * u * x + 2 * u * t * a + t * t * c, u * u * y + 2 * u * t * b + t * t * d]);
      }
      [x, y] = [c, d];
    }
    if (command === 'bezierCurveTo') throw new Error('A TrueType face has no cubic curves');
    if (command !== 'closePath') outlines.at(-1)?.push([x, y]);
  }
  return outlines;
}
