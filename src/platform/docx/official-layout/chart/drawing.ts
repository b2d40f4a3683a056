/**
 * A drawing in shapes, before any kind of file: the PDF has it as lines and letters, the Word file as a sharp picture.
 * Lengths in points from the top left corner; shades from 0 (black) to 1 (white).
 */
export type Point = readonly [x: number, y: number];

export interface Area {
  kind: 'area';
  points: readonly Point[];
  shade: number;
}

export interface Stroke {
  kind: 'stroke';
  from: Point;
  to: Point;
  width: number;
  shade: number;
}

export interface Label {
  kind: 'label';
  text: string;
  /** The left end, middle or right end of its foot, by `align`. */
  at: Point;
  size: number;
  bold: boolean;
  align: 'left' | 'center' | 'right';
}

export type Shape = Area | Stroke | Label;

export interface Drawing {
  width: number;
  height: number;
  /** What it shows, for whoever does not see it. */
  alt: string;
  shapes: readonly Shape[];
}

export const area = (points: readonly Point[], shade = 0): Area => ({ kind: 'area', points, shade });

export const stroke = (from: Point, to: Point, width = 0.5, shade = 0): Stroke => ({
  kind: 'stroke',
  from,
  to,
  width,
  shade,
});

export function label(
  text: string,
  at: Point,
  size: number,
  align: Label['align'] = 'left',
  bold = false,
): Label {
  return { kind: 'label', text, at, size, bold, align };
}

export function box(left: number, top: number, width: number, height: number, shade: number): Area {
  return area(corners(left, top, width, height), shade);
}

const corners = (left: number, top: number, width: number, height: number): Point[] => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

/** An outlined box with slanting lines in it: light, and told from a full one on any copy. */
export function hatched(left: number, top: number, width: number, height: number): Shape[] {
  const edges = corners(left, top, width, height);
  const lines: Shape[] = [];
  // Lines x + y = constant, cut at the edges of the box.
  for (let sum = left + top + 4; sum < left + top + width + height; sum += 4) {
    const from: Point = sum - top <= left + width ? [sum - top, top] : [left + width, sum - left - width];
    const to: Point = sum - left <= top + height ? [left, sum - left] : [sum - top - height, top + height];
    lines.push(stroke(from, to, 0.6, 0.25));
  }
  return [
    area(edges, 1),
    ...lines,
    ...edges.map((corner, index) => stroke(corner, edges[(index + 1) % 4] ?? corner, 0.6)),
  ];
}

/** A straight line in dashes, each a stroke of its own. */
export function dashed([x0, y0]: Point, [x1, y1]: Point, width: number): Stroke[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [on, off] = [4, 2.5];
  const at = (distance: number): Point => [
    x0 + ((x1 - x0) * distance) / length,
    y0 + ((y1 - y0) * distance) / length,
  ];
  const strokes: Stroke[] = [];
  for (let start = 0; start < length; start += on + off)
    strokes.push(stroke(at(start), at(Math.min(length, start + on)), width));
  return strokes;
}

/** A round spot: full, or white with an edge. */
export function spot([x, y]: Point, radius: number, full: boolean): Shape[] {
  const ring = (size: number): Point[] =>
    Array.from({ length: 24 }, (_, index) => [
      x + size * Math.cos((index * Math.PI) / 12),
      y + size * Math.sin((index * Math.PI) / 12),
    ]);
  return full ? [area(ring(radius))] : [area(ring(radius)), area(ring(radius - 0.8), 1)];
}
