import { Table, TableRow } from 'docx';
import type { FileChild, Paragraph } from 'docx';
import type { OfficialDocument } from '../document-model.ts';
import { listLines, numberLine, placeAndDate, upperCase } from '../document-text.ts';
import { boldWidth, evenWidth } from '../text-width.ts';
import * as words from '../words.ts';
import { headerColumns, textWidth } from './page.ts';
import type { Sizes } from './page.ts';
import { gap, rule, styled } from './paragraphs.server.ts';
import { box, frame } from './table.server.ts';

/** Share of the line above: the decree wants a third to a half. */
const shortRule = 0.42;

/** Boxes 1 to 5a and 9a: everything above the first sentence. */
export function headerBoxes(document: OfficialDocument, sizes: Sizes): FileChild[] {
  return [boxesTable(document, sizes), ...titleOf(document, sizes), ...addresseesOf(document)];
}

function boxesTable(document: OfficialDocument, sizes: Sizes): Table {
  const number = numberLine(document);
  const underNumber =
    document.regarding === undefined ? [] : [styled('regarding', `${words.regarding} ${document.regarding}`)];
  return new Table({
    ...frame([headerColumns.issuer, headerColumns.nation]),
    rows: [
      row(issuerBox(document, sizes), [
        styled('nation', words.nation),
        styled('motto', words.motto),
        rule(boldWidth(words.motto, sizes.body) * 20, headerColumns.nation),
      ]),
      row(
        [...(number === null ? [] : [styled('number', number)]), ...underNumber],
        document.secretary === undefined ? [styled('placeAndDate', placeAndDate(document))] : [],
      ),
    ],
  });
}

function issuerBox({ superior = [], issuer }: OfficialDocument, sizes: Sizes): Paragraph[] {
  const lines = issuer.map(upperCase);
  const longest = Math.max(0, ...lines.map((line) => boldWidth(line, sizes.issuer) * 20));
  return [
    ...superior.map((line) => styled('superior', upperCase(line))),
    ...lines.map((line) => styled('issuer', line)),
    rule(Math.min(longest, headerColumns.issuer) * shortRule, headerColumns.issuer),
  ];
}

function titleOf({ kind, subject }: OfficialDocument, sizes: Sizes): Paragraph[] {
  if (kind === null) return [];
  const available = textWidth(false);
  const even = evenWidth(subject, sizes.body, available / 20) * 20;
  const longest = Math.min(boldWidth(subject, sizes.body) * 20, even);
  return [
    styled('kind', upperCase(kind)),
    evenly('subject', subject, sizes.body, available),
    rule(longest * shortRule, available),
    gap(160),
  ];
}

/** A centred bold text that breaks into lines of about one length: no single word alone under a full line. */
export function evenly(
  style: 'subject' | 'annexTitle' | 'annexReference',
  text: string,
  size: number,
  available: number,
): Paragraph {
  const slack = 60;
  const side = Math.max(0, Math.floor((available - evenWidth(text, size, available / 20) * 20 - slack) / 2));
  return styled(style, text, { indent: { left: side, right: side } });
}

function addresseesOf({ addressees = [] }: OfficialDocument): Paragraph[] {
  const [only, ...others] = listLines(addressees);
  if (only === undefined) return [];
  if (others.length === 0) return [styled('addressee', `${words.addressees} ${only}`)];
  return [
    styled('addressees', words.addressees),
    ...[only, ...others].map((line) => styled('addresseeLine', `- ${line}`)),
    gap(240),
  ];
}

function row(left: Paragraph[], right: Paragraph[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [box(headerColumns.issuer, left), box(headerColumns.nation, right)],
  });
}
