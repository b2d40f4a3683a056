import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Browser } from 'playwright-core';

/** A guide written in Markdown as an A4 PDF; its pictures lie beside it in `folder`. */
export async function printedGuide(browser: Browser, markdown: string, folder: string): Promise<Buffer> {
  const place = await mkdtemp(join(tmpdir(), 'guide-'));
  const page = await browser.newPage();
  try {
    await symlink(join(folder, 'anh'), join(place, 'anh'));
    const file = join(place, 'guide.html');
    await writeFile(file, pageOf(await marked.parse(markdown)));
    await page.goto(pathToFileURL(file).href);
    return await page.pdf({ format: 'A4', printBackground: true, margin: margins });
  } finally {
    await page.close();
    await rm(place, { recursive: true, force: true });
  }
}

const margins = { top: '12mm', bottom: '12mm', left: '14mm', right: '14mm' };

/** Dense enough for a sheet of paper, large enough for eyes of sixty-six years. */
const look = `
  body { font: 12pt/1.4 'Source Sans 3', 'Liberation Sans', Arial, sans-serif; color: #14262b; }
  h1 { font-size: 20pt; margin: 0 0 4pt; color: #0d6b4c; }
  h2 { font-size: 14pt; margin: 9pt 0 3pt; color: #0d6b4c; break-after: avoid; }
  p, ul, ol, blockquote, table { margin: 0 0 5pt; }
  ol, ul { padding-left: 16pt; }
  li { margin-bottom: 1.5pt; }
  img { max-width: 100%; max-height: 80mm; width: auto; height: auto; border: 0.5pt solid #ded7c5; border-radius: 2mm; margin-right: 2mm; }
  p:has(img) { break-inside: avoid; white-space: nowrap; }
  /* A step: its picture at the left, large; its words beside it. */
  .buoc { display: grid; grid-template: repeat(8, auto) 1fr / auto 1fr; column-gap: 6mm; margin: 0 0 6mm; font-size: 15pt; break-inside: avoid; }
  .buoc > * { grid-column: 2; }
  .buoc > h2 { margin-top: 0; font-size: 18pt; }
  .buoc > p:has(img) { grid-area: 1 / 1 / span 9; margin: 0; }
  .buoc img { max-height: 106mm; margin: 0; }
  /* A desk's screen needs the width of the sheet to be read. */
  li img, h2 ~ p > img:only-child:not([width]) { max-height: 105mm; margin: 1mm 0 2mm; }
  blockquote { border-left: 3pt solid #a52058; padding-left: 8pt; margin-left: 0; break-inside: avoid; }
  table { border-collapse: collapse; width: 100%; break-inside: avoid; }
  th, td { border: 0.5pt solid #ded7c5; padding: 2pt 5pt; text-align: left; vertical-align: top; }
  code { font-family: inherit; font-weight: 600; }
`;

const pageOf = (body: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><style>${look}</style><body>${body}</body></html>`;
