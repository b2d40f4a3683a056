import type { OfficialDocument } from '../document-model.ts';
import { listLines, numberLine, placeAndDate, upperCase } from '../document-text.ts';
import { boldWidth, evenWidth } from '../text-width.ts';
import * as words from '../words.ts';
import { headerColumns, room, textWidth } from './page.ts';
import type { Sizes } from './page.ts';
import { gap, rule, text } from './pieces.ts';
import type { FramePiece, Piece, TextPiece } from './pieces.ts';

/** Share of the line above: the decree wants a third to a half. */
const shortRule = 0.42;

/** Boxes 1 to 5a and 9a: everything above the first sentence. */
export function headerBoxes(document: OfficialDocument, sizes: Sizes): Piece[] {
  return [boxes(document, sizes), ...titleOf(document, sizes), ...addresseesOf(document)];
}

function boxes(document: OfficialDocument, sizes: Sizes): FramePiece {
  const number = numberLine(document);
  const underNumber =
    document.regarding === undefined ? [] : [text('regarding', `${words.regarding} ${document.regarding}`)];
  return {
    kind: 'frame',
    widths: [headerColumns.issuer, headerColumns.nation],
    above: 0,
    rows: [
      [
        issuerBox(document, sizes),
        [
          text('nation', words.nation),
          text('motto', words.motto),
          rule(boldWidth(words.motto, sizes.body) * 20, headerColumns.nation),
        ],
      ],
      [
        [...(number === null ? [] : [text('number', number)]), ...underNumber],
        // Minutes tell in their text when it was (Phụ lục III, mẫu 1.9).
        document.secretary === undefined ? [text('placeAndDate', placeAndDate(document))] : [],
      ],
    ],
  };
}

function issuerBox({ superior = [], issuer }: OfficialDocument, sizes: Sizes): Piece[] {
  const lines = issuer.map(upperCase);
  const longest = Math.max(0, ...lines.map((line) => boldWidth(line, sizes.issuer) * 20));
  return [
    ...superior.map((line) => text('superior', upperCase(line))),
    ...lines.map((line) => text('issuer', line)),
    rule(Math.min(longest, headerColumns.issuer) * shortRule, headerColumns.issuer),
  ];
}

function titleOf({ kind, subject }: OfficialDocument, sizes: Sizes): Piece[] {
  if (kind === null) return [];
  const available = textWidth(false);
  const even = evenWidth(subject, sizes.body, available / 20) * 20;
  const longest = Math.min(boldWidth(subject, sizes.body) * 20, even);
  return [
    text('kind', upperCase(kind)),
    evenly('subject', subject, sizes.body, available),
    rule(longest * shortRule, available),
    gap(room.underTitle),
  ];
}

/** A centred bold text that breaks into lines of about one length: no single word alone under a full line. */
export function evenly(
  style: 'subject' | 'annexTitle' | 'annexReference',
  line: string,
  size: number,
  available: number,
): TextPiece {
  const slack = 60;
  const even = evenWidth(line, size, available / 20) * 20;
  return text(style, line, { side: Math.max(0, Math.floor((available - even - slack) / 2)) });
}

function addresseesOf({ addressees = [] }: OfficialDocument): Piece[] {
  const [only, ...others] = listLines(addressees);
  if (only === undefined) return [];
  if (others.length === 0) return [text('addressee', `${words.addressees} ${only}`)];
  return [
    text('addressees', words.addressees),
    ...[only, ...others].map((line) => text('addresseeLine', `- ${line}`)),
    gap(room.underAddressees),
  ];
}
