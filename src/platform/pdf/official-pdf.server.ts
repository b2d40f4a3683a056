import { createHash } from 'node:crypto';
import type { OfficialDocument } from '../docx/document-model.ts';
import { compose } from '../docx/official-layout/compose.ts';
import { margin, textHeight, textWidth } from '../docx/official-layout/page.ts';
import * as words from '../docx/words.ts';
import { pagesOf } from './official-pdf/pages.ts';
import { Painter } from './official-pdf/painter.server.ts';
import { pageHead } from './official-pdf/page-head.ts';
import { stripsOf } from './official-pdf/piece-strips.ts';

export const pdfMediaType = 'application/pdf';

/**
 * An official document as PDF/A-2b with its structure tagged, in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: the
 * same pieces, styles and measures as the Word file (docx/official-layout), set in Tinos, whose letters are as wide as
 * those of Times New Roman. The same document gives the same bytes: days and identifiers come from it alone.
 */
export async function renderOfficialPdf(given: OfficialDocument): Promise<Uint8Array> {
  const { document, sizes, parts, title, moment } = compose(given);
  const painter = new Painter({
    title,
    author: words.programme,
    moment: new Date(moment),
    // Two documents of one day and title are two files all the same.
    fingerprint: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
  });
  for (const { landscape, pieces } of parts) {
    const width = textWidth(landscape) / 20;
    const height = textHeight(landscape) / 20;
    const pages = pagesOf(stripsOf(pieces, { sizes, width, height }), height);
    for (const [index, marks] of pages.entries()) {
      painter.page(landscape);
      const head = { number: index === 0 ? null : index + 1, isSample: document.sampleData === true };
      painter.draw(pageHead(head, sizes, width), margin.left / 20, margin.header / 20);
      painter.draw(marks, margin.left / 20, margin.top / 20);
    }
  }
  return painter.end();
}
