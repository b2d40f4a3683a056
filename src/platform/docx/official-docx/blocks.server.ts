import { Paragraph } from 'docx';
import type { FileChild } from 'docx';
import type { Heading } from '../document-model.ts';
import type { Piece } from '../official-layout/pieces.ts';
import { headingList, headingStyles } from './numbering.server.ts';
import { gap, picture, rule, runsOf, styled } from './paragraphs.server.ts';
import { dataTable, frame } from './table.server.ts';

/**
 * Pieces as Word's paragraphs and tables. `part` names the section of the document, so that the headings of an annex
 * count from "I." again.
 */
export function blocksOf(pieces: readonly Piece[], part: number): FileChild[] {
  return pieces.map((piece, index) => {
    if (piece.kind === 'heading') return headingOf(piece, part);
    if (piece.kind === 'table') return dataTable(piece);
    if (piece.kind === 'picture') return picture(piece.drawing, part * 1000 + index + 1);
    if (piece.kind === 'frame') return frame(piece, cellOf);
    return paragraphOf(piece);
  });
}

/** Boxes hold paragraphs, never tables. */
function cellOf(pieces: readonly Piece[]): Paragraph[] {
  return pieces.map((piece) => {
    if (piece.kind === 'text' || piece.kind === 'rule' || piece.kind === 'gap') return paragraphOf(piece);
    throw new Error(`A box holds no ${piece.kind}`);
  });
}

function paragraphOf(piece: Extract<Piece, { kind: 'text' | 'rule' | 'gap' }>): Paragraph {
  if (piece.kind === 'rule') return rule(piece.side);
  if (piece.kind === 'gap') return gap(piece.height);
  const { style, text, side, hold } = piece;
  return styled(style, text, {
    ...(side !== undefined && { indent: { left: side, right: side } }),
    ...(hold === true && { keepNext: true }),
  });
}

function headingOf({ level, text }: Heading, part: number): Paragraph {
  return new Paragraph({
    style: headingStyles[level],
    numbering: { reference: headingList, level: level - 1, instance: part },
    children: runsOf(text),
  });
}
