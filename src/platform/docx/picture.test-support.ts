/** A printed page as dots, to find the lines that are drawn on it. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Dots to a point: pictures are asked of pdftoppm with `-gray -r 144`. */
export const scale = 2;
export const pictureOptions = ['-gray', '-r', '144'];

/** A grey picture in the PGM format: "P5 width height 255" and a byte for each dot. */
export function pictureOf(pgm: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error('pdftoppm wrote no grey picture');
  return { width: Number(head[1]), height: Number(head[2]), pixels: pgm.subarray(head[0].length) };
}

/** The first drawn line within 10 points below a height, around the given stretch, in points; null where there is none. */
export function lineBelow(
  page: Picture,
  bottom: number,
  left: number,
  right: number,
): { left: number; right: number } | null {
  for (let y = Math.floor((bottom - 2) * scale); y < (bottom + 10) * scale; y += 1) {
    const run = longestRun(page, y, Math.floor((left - 10) * scale), Math.ceil((right + 10) * scale));
    if (run.to - run.from > 20 * scale) return { left: run.from / scale, right: run.to / scale };
  }
  return null;
}

function longestRun(page: Picture, y: number, first: number, last: number): { from: number; to: number } {
  let best = { from: first, to: first };
  let start: number | undefined;
  for (let x = first; x <= last; x += 1) {
    const dark = (page.pixels[y * page.width + x] ?? 255) < 160;
    if (dark) start ??= x;
    if (!dark && start !== undefined) {
      if (x - start > best.to - best.from) best = { from: start, to: x };
      start = undefined;
    }
  }
  return best;
}
