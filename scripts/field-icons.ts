/**
 * Draws the phone's icons anew from the product's mark (static/icon.svg): 192 and 512 px with round corners, and one
 * that Android may cut to any shape, whose drawing keeps to the middle four fifths.
 *
 *   npx node scripts/field-icons.ts
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launchBrowser } from '../tests/browser.ts';
import { indexedPng } from './field-icons/indexed-png.ts';

const root = resolve(import.meta.dirname, '..');
const out = resolve(root, 'src/field/static/icons');
const mark = await readFile(resolve(root, 'static/icon.svg'), 'utf8');
const ground = /<rect[^>]*fill="(#\w+)"/.exec(mark)?.[1];
if (!ground) throw new Error('static/icon.svg has no ground');
const fullGround = `<rect width="64" height="64" fill="${ground}"/><g transform="translate(6.4 6.4) scale(.8)">`;
const maskable = mark.replace(/<rect[^>]*\/>/, fullGround).replace('</svg>', '</g></svg>');

await mkdir(out, { recursive: true });
await copyFile(resolve(root, 'static/icon.svg'), resolve(out, 'icon.svg'));
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const [name, svg, size] of [
    ['icon-192', mark, 192],
    ['icon-512', mark, 512],
    ['icon-maskable-512', maskable, 512],
  ] as const) {
    const pixels = await page.evaluate(pixelsOf, { svg, size });
    await writeFile(resolve(out, `${name}.png`), indexedPng(Uint8Array.from(pixels), size, size));
  }
} finally {
  await browser.close();
}

/** Runs in the browser. */
async function pixelsOf({ svg, size }: { svg: string; size: number }): Promise<number[]> {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, size, size);
  return [...context.getImageData(0, 0, size, size).data];
}
