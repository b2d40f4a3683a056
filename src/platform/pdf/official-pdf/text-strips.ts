import type { Inline } from '../../docx/document-model.ts';
import type { Look } from '../../docx/official-layout/looks.ts';
import type { Sizes } from '../../docx/official-layout/page.ts';
import { ascent, lineHeight, printable, widthOf, type FaceName } from '../faces.server.ts';
import { linesOf, type Line, type Stretch } from './lines.ts';
import type { Mark, Strip, Tag } from './strips.ts';

export interface TextSetting {
  look: Look;
  sizes: Sizes;
  /** Width of the place in points. */
  available: number;
  tag: Tag;
  /** Room on both sides that replaces the style's own place; points. */
  side?: number;
}

const points = (twips: number) => twips / 20;

/** A paragraph as strips, one for each line, with at least two lines on either side of a break between pages. */
export function textStrips(text: Inline, setting: TextSetting): Strip[] {
  const { look, sizes, available } = setting;
  const size = sizes[look.size];
  const { firstLine = 0, left = 0, hanging = 0 } = look.indent ?? {};
  const edge = setting.side ?? points(left);
  const width = available - edge - (setting.side ?? 0);
  const shift = points(firstLine - hanging);
  const lines = linesOf(stretchesOf(text, look), width - shift, width, (word, face) =>
    widthOf(word, face, size),
  );
  const height = heightOf(look, size);
  const slack = 'exactly' in look.line ? 0 : Math.max(0, height - lineHeight(size));
  return lines.map((line, index) => ({
    height,
    slack,
    before: index === 0 ? points(look.before) : 0,
    after: index === lines.length - 1 ? points(look.after) : 0,
    held: isHeld(index, lines.length, look.keepNext === true),
    marks: marksOf(line, {
      x: edge + (index === 0 ? shift : 0),
      width: width - (index === 0 ? shift : 0),
      isLast: index === lines.length - 1,
      // An exact line lies lower or higher than its letters: their foot keeps its share of the height.
      y: 'exactly' in look.line ? height - lineHeight(size) + ascent(size) : ascent(size),
      size,
      align: look.align ?? 'left',
      tag: setting.tag,
    }),
  }));
}

function heightOf({ line }: Look, size: number): number {
  if ('exactly' in line) return points(line.exactly);
  return Math.round(lineHeight(size) * line.lines * 20) / 20;
}

const isHeld = (index: number, count: number, keepNext: boolean) =>
  index === count - 1 ? keepNext : index === 0 || index === count - 2;

function stretchesOf(text: Inline, look: Look): Stretch[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run: { text: string; bold?: boolean; italic?: boolean }) => {
    const face = faceOf(run.bold ?? look.bold ?? false, run.italic ?? look.italic ?? false);
    const words = look.capitals ? run.text.toLocaleUpperCase('vi') : run.text;
    return { text: printable(words, face), face };
  });
}

function faceOf(bold: boolean, italic: boolean): FaceName {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

interface Place {
  x: number;
  y: number;
  width: number;
  isLast: boolean;
  size: number;
  align: NonNullable<Look['align']>;
  tag: Tag;
}

/** A line's words at their places. A justified line is set word by word, any other in as few stretches as it has faces. */
function marksOf(line: Line, { x, y, width, isLast, size, align, tag }: Place): Mark[] {
  const free = width - line.width;
  const gaps = line.words.slice(0, -1).filter((word) => word.blank > 0).length;
  const wider = align === 'both' && !isLast && gaps > 0 && free > 0 ? free / gaps : 0;
  const marks: Extract<Mark, { kind: 'text' }>[] = [];
  let at = x + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
  let joins = false;
  for (const [index, word] of line.words.entries()) {
    const end = index === line.words.length - 1;
    for (const [place, part] of word.parts.entries()) {
      // The blank is written too: what is copied or read aloud shall not run together.
      const blank = place === word.parts.length - 1 && word.blank > 0 && !(end && isLast) ? ' ' : '';
      const last = marks.at(-1);
      if (joins && last?.face === part.face) last.text += part.text + blank;
      else marks.push({ kind: 'text', text: part.text + blank, face: part.face, size, x: at, y, tag });
      joins = true;
      at += part.width;
    }
    at += word.blank + (word.blank > 0 ? wider : 0);
    joins = wider === 0;
  }
  return marks;
}
