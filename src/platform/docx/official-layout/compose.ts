import type { Annex, Block, OfficialDocument, Signature } from '../document-model.ts';
import {
  annexLabel,
  annexReference,
  finishedBody,
  listLines,
  upperCase,
  withListMarks,
} from '../document-text.ts';
import { literal } from '../literal-text.ts';
import * as words from '../words.ts';
import { drawChart } from './chart/draw-chart.ts';
import { shares } from './columns.ts';
import { evenly, headerBoxes } from './header-boxes.ts';
import { footColumns, room, sectionEnd, sizesOf, textHeight, textWidth } from './page.ts';
import type { Sizes } from './page.ts';
import { gap, text } from './pieces.ts';
import type { FramePiece, Part, Piece } from './pieces.ts';

/** Points of a page that a chart leaves for its caption of two lines. */
const captionRoom = 54;

/** A document ready to be drawn, in Word or in PDF. */
export interface Composition {
  /** The document with every text made literal. */
  document: OfficialDocument;
  sizes: Sizes;
  parts: Part[];
  /** Kind and subject: what a list of files shows. */
  title: string;
  /** ISO 8601 in UTC: the document's own day, never the clock's, so that the same document is the same file. */
  moment: string;
}

/** The layout of Nghị định 30/2020/NĐ-CP, Phụ lục I: boxes 1–9a, the text, boxes 9b and 7, then the annexes. */
export function compose(given: OfficialDocument): Composition {
  const document = literal(given);
  const sizes = sizesOf(document.bodySize ?? 14);
  const annexes = document.annexes ?? [];
  return {
    document,
    sizes,
    parts: [
      { landscape: false, pieces: mainPart(document, sizes) },
      ...annexes.map((annex, index) => ({
        landscape: annex.landscape,
        pieces: annexPart(annex, index, document, sizes),
      })),
    ],
    title: [document.kind, document.subject].filter(Boolean).join(' '),
    moment: `${document.date ?? `${document.year}-01-01`}T00:00:00Z`,
  };
}

function mainPart(document: OfficialDocument, sizes: Sizes): Piece[] {
  return [
    ...headerBoxes(document, sizes),
    // Box 6, first part: "Căn cứ …;" in italics, the last with a full stop.
    ...listLines(document.basis ?? []).map((line) => text('basis', line)),
    ...blocks(finishedBody(document.body), false, true),
    foot(document),
    gap(sectionEnd),
  ];
}

function annexPart(annex: Annex, index: number, document: OfficialDocument, sizes: Sizes): Piece[] {
  const available = textWidth(annex.landscape);
  return [
    text('annexLabel', annexLabel(index, document.annexes ?? [])),
    evenly('annexTitle', upperCase(annex.title), sizes.body, available),
    evenly('annexReference', annexReference(document), sizes.body, available),
    ...blocks(withListMarks(annex.blocks), annex.landscape),
  ];
}

/** Blocks as pieces. The last paragraph is held together with what follows when `holdLast` says so. */
function blocks(given: readonly Block[], landscape: boolean, holdLast = false): Piece[] {
  const available = textWidth(landscape);
  return given.flatMap((block, index): Piece[] => {
    const isLast = index === given.length - 1;
    const hold = holdLast && isLast ? { hold: true } : {};
    if (block.kind === 'heading') return [block];
    if (block.kind === 'chart') {
      const drawing = drawChart(block, available / 20, textHeight(landscape) / 20 - captionRoom);
      return [{ kind: 'picture', drawing }, text('pictureCaption', block.caption)];
    }
    if (block.kind !== 'table') return [text(block.kind === 'bullet' ? 'bullet' : 'body', block.text, hold)];
    return [
      ...(block.caption === undefined ? [] : [text('tableCaption', block.caption)]),
      { kind: 'table', table: block, widths: shares(block.columns, available) },
      // Word needs a paragraph between a table and what follows; it also keeps the text below at its distance.
      gap(isLast ? sectionEnd : room.afterTable),
    ];
  });
}

/**
 * Boxes 9b and 7: recipients on the left, level with authority, title and name of the signer on the right. In minutes
 * (Phụ lục III, mẫu 1.9) the secretary stands there, and the recipients below.
 */
function foot({ recipients, signature, secretary }: OfficialDocument): FramePiece {
  const list = [
    text('recipients', words.recipients),
    ...listLines(recipients).map((line) => text('recipientLine', `- ${line}`)),
  ];
  return {
    kind: 'frame',
    widths: [footColumns.recipients, footColumns.signature],
    above: room.aboveFoot,
    rows:
      secretary === undefined
        ? [[list, signer(signature)]]
        : [
            [signer(secretary), signer(signature)],
            [list, []],
          ],
  };
}

function signer({ authority = [], title, name }: Signature): Piece[] {
  return [
    ...[...authority, title].map((line) => text('authority', upperCase(line))),
    text('signer', name ?? ''),
  ];
}
