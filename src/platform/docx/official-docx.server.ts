import { Document, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type { OfficialDocument } from './document-model.ts';
import { blocksOf } from './official-docx/blocks.server.ts';
import { coreProperties, fixZipTimes } from './official-docx/fixed-bytes.server.ts';
import { documentNumbering } from './official-docx/numbering.server.ts';
import { styled } from './official-docx/paragraphs.server.ts';
import { documentStyles } from './official-docx/styles.server.ts';
import { compose } from './official-layout/compose.ts';
import { margin, paper } from './official-layout/page.ts';
import * as words from './words.ts';

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * An official document as a Word file in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I (issue 2, line 13).
 * The same document gives the same bytes. Texts are taken literally, whatever people typed (B5); nothing in the file
 * points outside it. Throws only when the library itself fails.
 */
export async function renderOfficialDocx(given: OfficialDocument): Promise<Uint8Array> {
  const { document, sizes, parts, title, moment } = compose(given);
  const file = new Document({
    styles: documentStyles(sizes),
    numbering: documentNumbering,
    compatibility: { version: 15 },
    defaultTabStop: 720,
    sections: parts.map(({ landscape, pieces }, part) =>
      section(blocksOf(pieces, part), landscape, document.sampleData === true),
    ),
  });
  const zip = await Packer.pack(file, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title, words.programme, moment) },
  ]);
  return fixZipTimes(zip);
}

/** Pages with numbers of their own, in the middle above the text, none on the first (body and annexes alike). */
function section(children: FileChild[], landscape: boolean, isSample: boolean): ISectionOptions {
  const mark = isSample ? [styled('sampleMark', words.sampleMark)] : [];
  const number = new Paragraph({
    style: 'pageNumber',
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { ...paper, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margin, gutter: 0 },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: mark.length === 0 ? [new Paragraph({ style: 'pageNumber' })] : mark }),
      default: new Header({ children: [...mark, number] }),
    },
    children,
  };
}
