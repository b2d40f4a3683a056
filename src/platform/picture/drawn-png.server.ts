import type { Drawing, Label, Point, Stroke } from '../docx/official-layout/chart/drawing.ts';
import { outlinesOf, printable, widthOf } from '../pdf/faces.server.ts';
import { Canvas } from './canvas.ts';
import { greyPng } from './png.server.ts';

/** What a laser printer of an office prints; more is not seen. */
const dotsPerInch = 300;
const scale = dotsPerInch / 72;

/** A drawing as a sharp grey picture, for files that cannot hold lines and letters of their own. */
export function drawnPng({ width, height, shapes }: Drawing): Uint8Array {
  const canvas = new Canvas(Math.ceil(width * scale), Math.ceil(height * scale));
  for (const shape of shapes) {
    if (shape.kind === 'area') canvas.paint([shape.points.map(scaled)], shape.shade);
    else if (shape.kind === 'stroke') canvas.paint([around(shape).map(scaled)], shape.shade);
    else write(canvas, shape);
  }
  return greyPng(canvas.pixels, canvas.width, canvas.height, dotsPerInch);
}

const scaled = ([x, y]: Point): Point => [x * scale, y * scale];

/** A stroke's four corners. */
function around({ from: [x0, y0], to: [x1, y1], width }: Stroke): Point[] {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [dx, dy] = [(((y1 - y0) / length) * width) / 2, (((x0 - x1) / length) * width) / 2];
  return [
    [x0 + dx, y0 + dy],
    [x1 + dx, y1 + dy],
    [x1 - dx, y1 - dy],
    [x0 - dx, y0 - dy],
  ];
}

function write(canvas: Canvas, { text, at: [x, y], size, bold, align }: Label): void {
  const face = bold ? 'bold' : 'regular';
  const words = printable(text, face);
  const width = widthOf(words, face, size);
  const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  for (const outlines of outlinesOf(words, face)) {
    const points = outlines.map((outline) =>
      outline.map(([u, v]): Point => scaled([left + u * size, y - v * size])),
    );
    if (points.some((outline) => outline.length > 2)) canvas.paint(points, 0);
  }
}
