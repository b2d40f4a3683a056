/** A PDF as poppler sees it: pages with pieces of text, their letters and places. It knows nothing of who wrote the file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../docx/office-programs.test-support.ts';
import { pictureOf, pictureOptions, type Picture } from '../../docx/picture.test-support.ts';

/** A stretch of one line in one face; lengths in points from the top left corner of the page. */
export interface SeenPiece {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
  bold: boolean;
  italic: boolean;
  face: string;
  color: string;
}

export interface SeenPage {
  width: number;
  height: number;
  pieces: SeenPiece[];
  /** Of the first page alone: only that has lines to be measured. */
  picture: Picture | null;
}

/** What poppler's programs say of a PDF. */
export async function withPdfFile<T>(pdf: Uint8Array, look: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    await writeFile(path, pdf);
    return await look(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** pdftohtml counts in whole dots, three to a point. */
const dots = 3;

export function readPdf(pdf: Uint8Array): Promise<SeenPage[]> {
  return withPdfFile(pdf, async (path) => {
    const options = ['-xml', '-i', '-fontfullname', '-stdout', '-zoom', String(dots), path];
    const xml = String(await program('pdftohtml', options));
    const pages: SeenPage[] = [];
    const fonts = new Map<string, Pick<SeenPiece, 'size' | 'face' | 'color'>>();
    const token = /<page ([^>]*)>|<fontspec ([^>]*)\/>|<text ([^>]*)>(.*?)<\/text>/g;
    for (const [, page, font, place, content = ''] of xml.matchAll(token)) {
      if (page !== undefined) {
        const { width = '', height = '' } = attributesOf(page);
        pages.push({
          width: Number(width) / dots,
          height: Number(height) / dots,
          pieces: [],
          picture:
            pages.length > 0
              ? null
              : pictureOf(await program('pdftoppm', [...pictureOptions, '-l', '1', path])),
        });
      }
      if (font !== undefined) {
        const { id = '', size, family = '', color = '' } = attributesOf(font);
        fonts.set(id, {
          size: Math.round(Number(size) / dots),
          face: family.replace(/^[A-Z]{6}\+/, ''),
          color,
        });
      }
      if (place !== undefined) pages.at(-1)?.pieces.push(...pieceOf(attributesOf(place), content, fonts));
    }
    return pages;
  });
}

function pieceOf(
  { left, top, width, height, font = '' }: Record<string, string>,
  content: string,
  fonts: ReadonlyMap<string, Pick<SeenPiece, 'size' | 'face' | 'color'>>,
): SeenPiece[] {
  const known = fonts.get(font);
  const text = decoded(content.replace(/<[^>]*>/g, '')).normalize('NFC');
  if (known === undefined || text.trim() === '') return [];
  // The blank at the end of a line is written, but not seen.
  const blank = text.endsWith(' ') ? known.size / 4 : 0;
  return [
    {
      ...known,
      text: text.replace(/\s+/g, ' ').trim(),
      left: Number(left) / dots,
      right: (Number(left) + Number(width)) / dots - blank,
      top: Number(top) / dots,
      bottom: (Number(top) + Number(height)) / dots,
      bold: /Bold/.test(known.face),
      italic: /Italic/.test(known.face),
    },
  ];
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

const decoded = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
