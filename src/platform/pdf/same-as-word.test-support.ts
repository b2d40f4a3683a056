import { program, withPdf } from '../docx/office-programs.test-support.ts';
import type { OfficialDocument } from '../docx/document-model.ts';
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
  return {
    pdf: await withPdfFile(await renderOfficialPdf(document), wordsOfPages),
    word: await withPdf(await renderOfficialDocx(document), wordsOfPages),
  };
}
