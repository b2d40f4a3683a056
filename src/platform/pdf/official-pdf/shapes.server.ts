import type PDFDocument from 'pdfkit';
import type { Label, Shape } from '../../docx/official-layout/chart/drawing.ts';
import { printable, widthOf } from '../faces.server.ts';

/** Set as given, without kerning: letters stand where Word sets them. */
export const letters = { lineBreak: false, baseline: 'alphabetic', features: { kern: false } } as const;

/** Draws shapes as lines and letters, from a place on the page on (points). */
export function drawShapes(pdf: PDFDocument, shapes: readonly Shape[], left: number, top: number): void {
  for (const shape of shapes) {
    if (shape.kind === 'area') {
      for (const [index, [x, y]] of shape.points.entries())
        if (index === 0) pdf.moveTo(left + x, top + y);
        else pdf.lineTo(left + x, top + y);
      pdf.closePath().fill(grey(shape.shade));
    } else if (shape.kind === 'stroke') {
      const { from, to, width, shade } = shape;
      pdf
        .lineWidth(width)
        .strokeColor(grey(shade))
        .moveTo(left + from[0], top + from[1])
        .lineTo(left + to[0], top + to[1])
        .stroke();
    } else write(pdf, shape, left, top);
  }
}

function write(pdf: PDFDocument, { text, at: [x, y], size, bold, align }: Label, left: number, top: number) {
  const face = bold ? 'bold' : 'regular';
  const words = printable(text.replace(/\u00a0/g, ' '), face);
  const width = widthOf(words, face, size);
  const start = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  pdf
    .font(face, size)
    .fillColor('black')
    .text(words, left + start, top + y, letters);
}

/** The same in red, green and blue: the file's one colour profile covers it. */
function grey(shade: number): string {
  const part = Math.round(shade * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${part}${part}${part}`;
}
