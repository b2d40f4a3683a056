/**
 * Paper and letters of NĐ 30/2020/NĐ-CP, Phụ lục I, in Word's units: twips (a twentieth of a point) for lengths,
 * points for letters. Each margin stands inside its band: top and bottom 20–25 mm, left 30–35, right 15–20.
 */
export const face = 'Times New Roman';

export const paper = { width: 11906, height: 16838 };
export const margin = { top: 1134, bottom: 1134, left: 1701, right: 851, header: 510, footer: 567 };

/** 1,27 cm: the first line of every paragraph of the body. */
export const firstLine = 720;

export const textWidth = (landscape: boolean) =>
  (landscape ? paper.height : paper.width) - margin.left - margin.right;

/** Height of a page's text in twips. */
export const textHeight = (landscape: boolean) =>
  (landscape ? paper.width : paper.height) - margin.top - margin.bottom;

/** Sizes in points; the decree lets them move only together. */
export interface Sizes {
  nation: number;
  issuer: number;
  number: number;
  body: number;
  table: number;
  denseTable: number;
  recipients: number;
  recipientLine: number;
  annexLabel: number;
  sampleMark: number;
  /** The empty paragraph that carries a line. */
  rule: number;
}

export function sizesOf(body: 13 | 14): Sizes {
  const nation = body - 1;
  return {
    nation,
    issuer: nation,
    number: 13,
    body,
    table: 12,
    denseTable: 11,
    recipients: 12,
    recipientLine: 11,
    annexLabel: 14,
    sampleMark: 8,
    rule: 1,
  };
}

/** Widths of the two columns of the header, and of the foot of the document. */
export const headerColumns = { issuer: 3454, nation: 5900 };
export const footColumns = { recipients: 4654, signature: 4700 };

/** Tables: room beside the text of a cell (twips), and the width of their lines in points. */
export const cellMargin = 70;
export const tableLine = 0.5;

/** The lines under motto, issuer and title: thickness in points, and the room above them. */
export const ruleLine = { width: 0.75, above: 1 };

/** Empty room in twips: after a table, under the title, under several addressees, above the foot of the document. */
export const room = { afterTable: 120, underTitle: 160, underAddressees: 240, aboveFoot: 180 };

/**
 * Height of the paragraph that ends a section after a table: Word wants one there, and a taller one would make an
 * empty page where the table fills its page.
 */
export const sectionEnd = 20;
