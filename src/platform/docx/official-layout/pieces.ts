/**
 * An official document as a row of pieces from top to bottom, before any kind of file: what stands in which style,
 * between which edges. The Word file and the PDF are both made of these, so that neither can differ from the other.
 * Lengths in twips.
 */
import type { Heading, Inline, Table } from '../document-model.ts';
import type { Drawing } from './chart/drawing.ts';
import type { StyleId } from './looks.ts';

/** A paragraph in one of the styles. */
export interface TextPiece {
  kind: 'text';
  style: StyleId;
  text: Inline;
  /** Room on the left and on the right, where the text shall be narrower than its place. */
  side?: number;
  /** Never parted from what follows, beyond what its style says. */
  hold?: boolean;
}

/** A line in the middle, with this much room on both sides. */
export interface RulePiece {
  kind: 'rule';
  side: number;
}

/** Empty room of an exact height. */
export interface GapPiece {
  kind: 'gap';
  height: number;
}

/** Boxes side by side without lines; no row breaks over two pages. `above` is the room above the text of every box. */
export interface FramePiece {
  kind: 'frame';
  widths: readonly number[];
  above: number;
  rows: readonly (readonly (readonly Piece[])[])[];
}

export interface TablePiece {
  kind: 'table';
  table: Table;
  widths: readonly number[];
}

/** A drawing in the middle, held together with the caption below it. */
export interface PicturePiece {
  kind: 'picture';
  drawing: Drawing;
}

export type Piece = TextPiece | Heading | RulePiece | GapPiece | FramePiece | TablePiece | PicturePiece;

/** A part on pages of its own: the document itself, then each annex. */
export interface Part {
  landscape: boolean;
  pieces: Piece[];
}

/** A paragraph in one of the styles. */
export function text(style: StyleId, words: Inline, more: { side?: number; hold?: boolean } = {}): TextPiece {
  return { kind: 'text', style, text: words, ...more };
}

/** A line of a given length in the middle of a given width. */
export function rule(length: number, available: number): RulePiece {
  return { kind: 'rule', side: Math.max(0, Math.round((available - length) / 2)) };
}

export const gap = (height: number): GapPiece => ({ kind: 'gap', height });
