import type { Drawing } from '../../docx/official-layout/chart/drawing.ts';
import type { FaceName } from '../faces.server.ts';

/** What a reader's programme is told of a stretch of the page: its role in the document. One object is one element. */
export interface Tag {
  role: 'P' | 'H1' | 'H2' | 'H3' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption';
  parent: Tag | null;
  alt?: string;
  scope?: 'Column' | 'Row';
}

export interface TextMark {
  kind: 'text';
  text: string;
  face: FaceName;
  size: number;
  /** From the left edge of the text of the page, and of the foot of the letters from the top of the strip; points. */
  x: number;
  y: number;
  /** Absent: not part of the text (a header that is printed again). */
  tag?: Tag;
}

/** A straight line, never part of the text. */
export interface LineMark {
  kind: 'line';
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
  width: number;
}

/** A drawing that says one thing; its letters and lines belong together. */
export interface PictureMark {
  kind: 'picture';
  drawing: Drawing;
  x: number;
  y: number;
  tag: Tag;
}

export type Mark = TextMark | LineMark | PictureMark;

/** A slice of the page as wide as the text that is never cut: a line, a row of a table, empty room. Points. */
export interface Strip {
  height: number;
  /** Room above and below; between two strips the larger one counts, at the top of a page that was broken none. */
  before: number;
  after: number;
  /**
   * The lowest part of the height that is only room between lines: it may hang into the margin. Below 0: what is drawn
   * below it where it is the last of a page.
   */
  slack?: number;
  /** Never parted from the next strip. */
  held: boolean;
  marks: readonly Mark[];
  /** Drawn only where no strip with a foot follows on the page: the lowest line of a table. */
  foot?: readonly Mark[];
  /** Printed again above it where it begins a page. */
  header?: readonly Strip[];
}

/** The same marks at another place. */
export function moved(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.map((mark) => {
    switch (mark.kind) {
      case 'text':
      case 'picture':
        return { ...mark, x: mark.x + x, y: mark.y + y };
      case 'line':
        return {
          ...mark,
          from: [mark.from[0] + x, mark.from[1] + y],
          to: [mark.to[0] + x, mark.to[1] + y],
        };
    }
  });
}

/** Strips one under the other as one: what stands in a box or a cell. */
export function stacked(strips: readonly Strip[]): { height: number; marks: Mark[] } {
  const marks: Mark[] = [];
  let height = 0;
  let after = 0;
  for (const strip of strips) {
    height += Math.max(after, strip.before);
    marks.push(...moved(strip.marks, 0, height));
    height += strip.height;
    after = strip.after;
  }
  return { height: height + after, marks };
}
