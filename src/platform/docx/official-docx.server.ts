import { Document, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type { Annex, OfficialDocument } from './document-model.ts';
import { annexLabel, annexReference, finishedBody, upperCase, withListMarks } from './document-text.ts';
import { literal } from './literal-text.ts';
import { basisOf, blocksOf, footOf } from './official-docx/body.server.ts';
import { coreProperties, fixZipTimes } from './official-docx/fixed-bytes.server.ts';
import { evenly, headerBoxes } from './official-docx/header-boxes.server.ts';
import { margin, paper, sizesOf, textWidth } from './official-docx/page.ts';
import type { Sizes } from './official-docx/page.ts';
import { gap, sectionEnd, styled } from './official-docx/paragraphs.server.ts';
import { documentNumbering } from './official-docx/numbering.server.ts';
import { documentStyles } from './official-docx/styles.server.ts';
import * as words from './words.ts';

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * An official document as a Word file in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I (issue 2, line 13).
 * The same document gives the same bytes. Texts are taken literally, whatever people typed (B5); nothing in the file
 * points outside it. Throws only when the library itself fails.
 */
export async function renderOfficialDocx(given: OfficialDocument): Promise<Uint8Array> {
  const document = literal(given);
  const sizes = sizesOf(document.bodySize ?? 14);
  const annexes = document.annexes ?? [];
  const file = new Document({
    styles: documentStyles(sizes),
    numbering: documentNumbering,
    compatibility: { version: 15 },
    defaultTabStop: 720,
    sections: [
      section(mainPart(document, sizes), false, document),
      ...annexes.map((annex, index) =>
        section(annexPart(annex, index, document, sizes), annex.landscape, document),
      ),
    ],
  });
  const title = [document.kind, document.subject].filter(Boolean).join(' ');
  const moment = `${document.date ?? `${document.year}-01-01`}T00:00:00Z`;
  const zip = await Packer.pack(file, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(title, words.programme, moment) },
  ]);
  return fixZipTimes(zip);
}

function mainPart(document: OfficialDocument, sizes: Sizes): FileChild[] {
  return [
    ...headerBoxes(document, sizes),
    ...basisOf(document),
    ...blocksOf(finishedBody(document.body), 0, textWidth(false), true),
    footOf(document),
    gap(sectionEnd),
  ];
}

function annexPart(annex: Annex, index: number, document: OfficialDocument, sizes: Sizes): FileChild[] {
  const available = textWidth(annex.landscape);
  return [
    styled('annexLabel', annexLabel(index, document.annexes ?? [])),
    evenly('annexTitle', upperCase(annex.title), sizes.body, available),
    evenly('annexReference', annexReference(document), sizes.body, available),
    ...blocksOf(withListMarks(annex.blocks), index + 1, available),
  ];
}

/** Pages with numbers of their own, in the middle above the text, none on the first (body and annexes alike). */
function section(
  children: FileChild[],
  landscape: boolean,
  { sampleData = false }: OfficialDocument,
): ISectionOptions {
  const mark = sampleData ? [styled('sampleMark', words.sampleMark)] : [];
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
