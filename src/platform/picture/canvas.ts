import type { Point } from '../docx/official-layout/chart/drawing.ts';

/** Grey dots on which shapes are drawn with soft edges. */
export class Canvas {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height).fill(255);
  }

  /** Fills what closed outlines go around; where one goes the other way it is a hole. Shade from 0 (black) to 1. */
  paint(outlines: readonly (readonly Point[])[], shade: number): void {
    const points = outlines.flat();
    const left = Math.max(0, Math.floor(Math.min(...points.map(([x]) => x))));
    const top = Math.max(0, Math.floor(Math.min(...points.map(([, y]) => y))));
    const right = Math.min(this.width, Math.ceil(Math.max(...points.map(([x]) => x))) + 1);
    const bottom = Math.min(this.height, Math.ceil(Math.max(...points.map(([, y]) => y))) + 1);
    if (right <= left || bottom <= top) return;
    const cover = new Coverage(right - left, bottom - top);
    for (const outline of outlines) {
      for (const [index, [x, y]] of outline.entries()) {
        const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y];
        cover.edge(x - left, y - top, nextX - left, nextY - top);
      }
    }
    cover.each((x, y, share) => {
      const at = (y + top) * this.width + x + left;
      this.pixels[at] = Math.round((this.pixels[at] ?? 255) * (1 - share) + shade * 255 * share);
    });
  }
}

/**
 * How much of each dot lies inside: every edge adds to its dots what it changes of the area on its right, and summing a
 * row from left to right gives the shares (the method of Raph Levien's font-rs).
 */
class Coverage {
  private readonly changes: Float64Array;
  private readonly width: number;
  private readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    // An edge on the very right changes the dot behind the last one.
    this.changes = new Float64Array((width + 2) * height);
  }

  edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const direction = y0 < y1 ? 1 : -1;
    const [fromX, fromY, toX, toY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (toX - fromX) / (toY - fromY);
    for (let row = Math.max(0, Math.floor(fromY)); row < Math.min(this.height, Math.ceil(toY)); row += 1) {
      const begin = Math.max(row, fromY);
      const end = Math.min(row + 1, toY);
      this.stretch(
        row,
        fromX + (begin - fromY) * slope,
        fromX + (end - fromY) * slope,
        (end - begin) * direction,
      );
    }
  }

  /** One edge within one row: it goes from x to x while it covers `high` of the row's height. */
  private stretch(row: number, fromX: number, toX: number, high: number): void {
    const low = clamp(Math.min(fromX, toX), this.width);
    const far = clamp(Math.max(fromX, toX), this.width);
    const first = Math.floor(low);
    const last = Math.floor(far);
    const start = row * (this.width + 2);
    for (let column = first; column <= last; column += 1) {
      // Which share of the edge lies left of the dot's right side, and how far left of it on average.
      const share = far === low ? 1 : (Math.min(column + 1, far) - Math.max(column, low)) / (far - low);
      const middle = far === low ? low : (Math.min(column + 1, far) + Math.max(column, low)) / 2;
      const inside = share * (column + 1 - middle);
      this.add(start + column, high * inside, high * (share - inside));
    }
  }

  private add(at: number, here: number, next: number): void {
    this.changes[at] = (this.changes[at] ?? 0) + here;
    this.changes[at + 1] = (this.changes[at + 1] ?? 0) + next;
  }

  each(draw: (x: number, y: number, share: number) => void): void {
    for (let y = 0; y < this.height; y += 1) {
      let sum = 0;
      for (let x = 0; x < this.width; x += 1) {
        sum += this.changes[y * (this.width + 2) + x] ?? 0;
        const share = Math.min(1, Math.abs(sum));
        if (share > 0.002) draw(x, y, share);
      }
    }
  }
}

const clamp = (value: number, width: number) => Math.min(Math.max(value, 0), width);
