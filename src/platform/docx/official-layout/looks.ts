import type * as words from '../words.ts';
import { firstLine } from './page.ts';
import type { Sizes } from './page.ts';

/**
 * Every box of the decree is a named style, so that văn thư changes one in one place. The identifiers are English like
 * all code; the names that people see in Word's list of styles are Vietnamese.
 */
export type StyleId = keyof typeof words.styles;

export type Align = 'left' | 'center' | 'right' | 'both';

/** Letters and place of one style. Lengths in twips, letters by the name of their size. */
export interface Look {
  size: keyof Sizes;
  bold?: true;
  italic?: true;
  capitals?: true;
  align?: Align;
  before: number;
  after: number;
  /** Height of a line in lines of the face, or exactly so many twips. */
  line: { lines: number } | { exactly: number };
  indent?: { firstLine?: number; left?: number; hanging?: number };
  /** Never parted from what follows. */
  keepNext?: true;
  lineBelow?: true;
  /** Place in the outline of the document, from 0. */
  outline?: number;
}

type Weight = Pick<Look, 'bold' | 'italic' | 'capitals'>;
type Place = Omit<Look, 'size' | keyof Weight>;

/** 6 pt, the least that the decree leaves between two paragraphs. */
const between = 120;
/** Line height of the body in lines: between single and one and a half. */
const bodyLine = 1.1;

const upright: Weight = {};
const bold: Weight = { bold: true };
const italic: Weight = { italic: true };
const boldItalic: Weight = { bold: true, italic: true };

const spaced = (before: number, after: number, lines = 1): Place => ({ before, after, line: { lines } });
const low = (height: number): Place => ({ before: 0, after: 0, line: { exactly: height } });
const centered = (before = 0, after = 0): Place => ({ align: 'center', ...spaced(before, after) });
const held = (place: Place): Place => ({ ...place, keepNext: true });
const justified: Place = { align: 'both', ...spaced(0, between, bodyLine) };
const indented: Place = { ...justified, indent: { firstLine } };

const of = (size: keyof Sizes, weight: Weight, place: Place): Look => ({ size, ...weight, ...place });

export const looks: Record<StyleId, Look> = {
  nation: of('nation', bold, centered()),
  motto: of('body', bold, centered()),
  superior: of('issuer', upright, centered()),
  issuer: of('issuer', bold, centered()),
  rule: of('rule', upright, { ...low(40), lineBelow: true }),
  number: of('number', upright, centered(140)),
  regarding: of('issuer', upright, centered(60)),
  placeAndDate: of('body', italic, centered(140)),
  kind: of('body', bold, held(centered(320))),
  subject: of('body', bold, held(centered())),
  addressee: of('body', upright, centered(240, 240)),
  addressees: of('body', upright, held({ ...spaced(240, 0), indent: { left: 1700 } })),
  addresseeLine: of('body', upright, { ...spaced(60, 0), indent: { left: 2980, hanging: 160 } }),
  basis: of('body', italic, indented),
  body: of('body', upright, indented),
  bullet: of('body', upright, indented),
  tableCaption: of('body', bold, held(centered(between, between))),
  picture: of('rule', upright, held(centered(between))),
  pictureCaption: of('body', bold, centered(between, between)),
  tableHeader: of('table', bold, centered(40, 40)),
  tableText: of('table', upright, spaced(40, 40)),
  denseHeader: of('denseTable', bold, centered(20, 20)),
  denseText: of('denseTable', upright, spaced(20, 20)),
  recipients: of('recipients', boldItalic, held(spaced(0, 0))),
  recipientLine: of('recipientLine', upright, { ...spaced(0, 0), indent: { left: 110, hanging: 110 } }),
  authority: of('body', bold, held(centered())),
  signer: of('body', bold, centered(1500)),
  annexLabel: of('annexLabel', bold, { ...held(centered()), outline: 0 }),
  annexTitle: of('body', bold, held(centered())),
  annexReference: of('body', italic, held(centered(0, 200))),
  pageNumber: of('body', upright, centered()),
  sampleMark: of('sampleMark', bold, { ...low(180), align: 'right' }),
};

/** The headings "I.", "1." and "a)". */
export const headingLooks: Record<1 | 2 | 3, Look> = {
  1: heading(0, { bold: true, capitals: true }, 60),
  2: heading(1, bold, 0),
  3: heading(2, boldItalic, 0),
};

function heading(outline: number, weight: Weight, before: number): Look {
  return of('body', weight, { ...held({ ...indented, ...spaced(before, between, bodyLine) }), outline });
}
