import { Paragraph, Table, TableRow } from 'docx';
import type { FileChild } from 'docx';
import type { Block, Heading, OfficialDocument, Signature } from '../document-model.ts';
import { listLines, upperCase } from '../document-text.ts';
import * as words from '../words.ts';
import { footColumns } from './page.ts';
import { runsOf, styled } from './paragraphs.server.ts';
import { headingList, headingStyles } from './numbering.server.ts';
import { box, dataTable, frame } from './table.server.ts';

/**
 * Blocks of text as Word's paragraphs and tables. `part` names the section of the document, so that the headings of
 * an annex count from "I." again. The last paragraph is held together with what follows when `holdLast` says so.
 */
export function blocksOf(
  blocks: readonly Block[],
  part: number,
  available: number,
  holdLast = false,
): FileChild[] {
  return blocks.flatMap((block, index) => {
    const hold = holdLast && index === blocks.length - 1 ? { keepNext: true } : {};
    if (block.kind === 'heading') return [headingOf(block, part)];
    if (block.kind === 'table') return dataTable(block, available, index === blocks.length - 1);
    return [styled(block.kind === 'bullet' ? 'bullet' : 'body', block.text, hold)];
  });
}

function headingOf({ level, text }: Heading, part: number): Paragraph {
  return new Paragraph({
    style: headingStyles[level],
    numbering: { reference: headingList, level: level - 1, instance: part },
    children: runsOf(text),
  });
}

/** Box 6, first part: "Căn cứ …;" in italics, the last with a full stop. */
export function basisOf({ basis = [] }: OfficialDocument): FileChild[] {
  return listLines(basis).map((line) => styled('basis', line));
}

/**
 * Boxes 9b and 7: recipients on the left, level with authority, title and name of the signer on the right. In minutes
 * (mẫu 1.9) the secretary stands there, and the recipients below.
 */
export function footOf({ recipients, signature, secretary }: OfficialDocument): Table {
  const left = [
    styled('recipients', words.recipients),
    ...listLines(recipients).map((line) => styled('recipientLine', `- ${line}`)),
  ];
  return new Table({
    ...frame([footColumns.recipients, footColumns.signature], 180),
    rows:
      secretary === undefined
        ? [footRow(left, signerOf(signature))]
        : [footRow(signerOf(secretary), signerOf(signature)), footRow(left, [])],
  });
}

function signerOf({ authority = [], title, name }: Signature): Paragraph[] {
  return [
    ...[...authority, title].map((line) => styled('authority', upperCase(line))),
    styled('signer', name ?? ''),
  ];
}

function footRow(left: readonly Paragraph[], right: readonly Paragraph[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [box(footColumns.recipients, left), box(footColumns.signature, right)],
  });
}
