import { program, withPdf } from '../docx/office-programs.test-support.ts';
import type { OfficialDocument } from '../docx/document-model.ts';
import { compose } from '../docx/official-layout/compose.ts';
import { renderOfficialDocx } from '../docx/official-docx.server.ts';
import { renderOfficialPdf } from './official-pdf.server.ts';
import { withPdfFile } from './check-official-pdf/read-pdf.test-support.ts';

/** The words on every page, whatever their order: a table is read by rows or by columns. */
async function wordsOfPages(path: string): Promise<string[][]> {
  const text = String(await program('pdftotext', ['-layout', path, '-'])).normalize('NFC');
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split(/\s+/).filter(Boolean).toSorted());
}

/** What each page says in the PDF, and in the Word file as LibreOffice prints it. */
export async function bothPrinted(
  document: OfficialDocument,
): Promise<{ pdf: string[][]; word: string[][] }> {
  const pdf = await withPdfFile(await renderOfficialPdf(document), wordsOfPages);
  return {
    pdf: withoutCharts(pdf, document),
    word: await withPdf(await renderOfficialDocx(document), wordsOfPages),
  };
}

/** A chart's letters are letters in the PDF, and part of a picture in Word: what stands in each chart leaves its page. */
function withoutCharts(pages: readonly string[][], document: OfficialDocument): string[][] {
  const left = pages.map((page) => [...page]);
  for (const piece of compose(document).parts.flatMap((part) => part.pieces)) {
    if (piece.kind !== 'picture') continue;
    const words = piece.drawing.shapes.flatMap((shape) =>
      shape.kind === 'label' ? shape.text.split(/\s+/).filter(Boolean) : [],
    );
    const page = left.find((one) => takenFrom(one, words) !== null);
    if (page === undefined) throw new Error(`No page has the whole chart “${piece.drawing.alt}”`);
    page.splice(0, Infinity, ...(takenFrom(page, words) ?? []));
  }
  return left;
}

function takenFrom(page: readonly string[], words: readonly string[]): string[] | null {
  const rest = [...page];
  for (const word of words) {
    const at = rest.indexOf(word);
    if (at < 0) return null;
    rest.splice(at, 1);
  }
  return rest;
}
