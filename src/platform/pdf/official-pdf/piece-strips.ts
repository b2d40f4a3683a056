import { roman, upperCase } from '../../docx/document-text.ts';
import { headingLooks, looks } from '../../docx/official-layout/looks.ts';
import { ruleLine, type Sizes } from '../../docx/official-layout/page.ts';
import type { Drawing } from '../../docx/official-layout/chart/drawing.ts';
import type { FramePiece, Piece } from '../../docx/official-layout/pieces.ts';
import type { Heading } from '../../docx/document-model.ts';
import { ascent, lineHeight } from '../faces.server.ts';
import { moved, stacked, type Mark, type Strip, type Tag } from './strips.ts';
import { tableStrips } from './table-strips.ts';
import { textStrips } from './text-strips.ts';

export interface Page {
  sizes: Sizes;
  /** Width and height of a page's text in points. */
  width: number;
  height: number;
}

/** The pieces of a part as strips. Headings count from "I." again, as every part is one of its own. */
export function stripsOf(pieces: readonly Piece[], page: Page): Strip[] {
  const counts = [0, 0, 0];
  let list: Tag | null = null;
  return pieces.flatMap((piece) => {
    const isBullet = piece.kind === 'text' && piece.style === 'bullet';
    list = isBullet ? (list ?? { role: 'L', parent: null }) : null;
    return piece.kind === 'heading' ? headingStrips(piece, counts, page) : pieceStrips(piece, page, list);
  });
}

function pieceStrips(piece: Exclude<Piece, Heading>, page: Page, list: Tag | null): Strip[] {
  const { sizes, width } = page;
  switch (piece.kind) {
    case 'gap':
      return [empty(piece.height / 20)];
    case 'rule':
      return [ruleStrip(piece.side / 20, width, sizes)];
    case 'picture':
      return [pictureStrip(piece.drawing, page)];
    case 'frame':
      return frameStrips(piece, page);
    case 'table':
      return tableStrips(piece, sizes, page.height);
    case 'text': {
      const look = looks[piece.style];
      const tag: Tag =
        list === null ? { role: 'P', parent: null } : { role: 'LBody', parent: { role: 'LI', parent: list } };
      const text = list === null ? piece.text : labelled('-', piece.text);
      const side = piece.side === undefined ? {} : { side: piece.side / 20 };
      const strips = textStrips(text, { look, sizes, available: width, tag, ...side });
      return piece.hold === true ? heldAtEnd(strips) : strips;
    }
  }
}

function headingStrips({ level, text }: Heading, counts: number[], page: Page): Strip[] {
  counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  counts.fill(0, level);
  // The number keeps its own letters: "a)".
  const { capitals, ...look } = headingLooks[level];
  const label = headingLabel(level, counts[level - 1] ?? 1);
  const tag: Tag = { role: `H${level}`, parent: null };
  const words = `${label} ${capitals ? upperCase(text) : text}`;
  return textStrips(words, {
    look,
    sizes: page.sizes,
    available: page.width,
    tag,
  });
}

/** "I.", "1.", "a)", as Word numbers them (official-docx/numbering). */
export function headingLabel(level: 1 | 2 | 3, count: number): string {
  if (level === 1) return `${roman(count)}.`;
  if (level === 2) return `${count}.`;
  return `${String.fromCodePoint(96 + (((count - 1) % 26) + 1)).repeat(Math.ceil(count / 26))})`;
}

function labelled(label: string, text: Extract<Piece, { kind: 'text' }>['text']) {
  return [{ text: `${label} ` }, ...(typeof text === 'string' ? [{ text }] : text)];
}

function frameStrips({ widths, above, rows }: FramePiece, page: Page): Strip[] {
  return rows.map((boxes): Strip => {
    let left = 0;
    let height = 0;
    const marks: Mark[] = [];
    for (const [index, pieces] of boxes.entries()) {
      const width = (widths[index] ?? 0) / 20;
      // Word has an empty paragraph in a box that holds nothing.
      const inside =
        pieces.length === 0 ? [empty(lineHeight(page.sizes.body))] : stripsOf(pieces, { ...page, width });
      const content = stacked(inside);
      marks.push(...moved(content.marks, left, above / 20));
      height = Math.max(height, content.height + above / 20);
      left += width;
    }
    return { height, before: 0, after: 0, held: false, marks };
  });
}

function ruleStrip(side: number, available: number, sizes: Sizes): Strip {
  const { line } = looks.rule;
  const body = 'exactly' in line ? line.exactly / 20 : sizes.rule;
  const y = body + ruleLine.above + ruleLine.width / 2;
  return {
    ...empty(body + ruleLine.above + ruleLine.width),
    marks: [{ kind: 'line', from: [side, y], to: [available - side, y], width: ruleLine.width }],
  };
}

function pictureStrip(drawing: Drawing, { width, sizes }: Page): Strip {
  const { before, after } = looks.picture;
  const tag: Tag = { role: 'Figure', parent: null, alt: drawing.alt };
  const x = (width - drawing.width) / 2;
  return {
    // In Word it stands on a line of the smallest letters.
    height: drawing.height + lineHeight(sizes[looks.picture.size]) - ascent(sizes[looks.picture.size]),
    before: before / 20,
    after: after / 20,
    held: true,
    marks: [{ kind: 'picture', drawing, x, y: 0, tag }],
  };
}

const empty = (height: number): Strip => ({ height, before: 0, after: 0, held: false, marks: [] });

const heldAtEnd = (strips: Strip[]) =>
  strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, held: true } : strip));
