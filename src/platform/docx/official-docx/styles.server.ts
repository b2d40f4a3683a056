import { AlignmentType, BorderStyle, LineRuleType } from 'docx';
import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import * as words from '../words.ts';
import { bulletList, headingList } from './numbering.server.ts';
import { face, firstLine } from './page.ts';
import type { Sizes } from './page.ts';

/**
 * Every box of the decree is a named Word style, so that văn thư changes one in one place. The identifiers are English
 * like all code; the names that people see in Word's list of styles are Vietnamese.
 */
export type StyleId = keyof typeof words.styles;

type ParagraphStyle = NonNullable<IParagraphStyleOptions['paragraph']>;
type Weight = { bold?: true; italics?: true; allCaps?: true };
type Style = [size: keyof Sizes, weight: Weight, paragraph: ParagraphStyle];

/** 6 pt, the least that the decree leaves between two paragraphs. */
const between = 120;
/** Line height of the body in lines: between single and one and a half. */
const bodyLine = 1.1;

const upright: Weight = {};
const bold: Weight = { bold: true };
const italic: Weight = { italics: true };
const boldItalic: Weight = { bold: true, italics: true };

const centered = (before = 0, after = 0) => ({ alignment: AlignmentType.CENTER, ...spaced(before, after) });
const held = (paragraph: ParagraphStyle) => ({ ...paragraph, keepNext: true });
const justified = { alignment: AlignmentType.JUSTIFIED, ...spaced(0, between, bodyLine) };
const indented = { ...justified, indent: { firstLine } };

const styleNames: Record<string, string> = words.styles;

const looks: Record<StyleId, Style> = {
  nation: ['nation', bold, centered()],
  motto: ['body', bold, centered()],
  superior: ['issuer', upright, centered()],
  issuer: ['issuer', bold, centered()],
  rule: [
    'rule',
    upright,
    { ...low(40), border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } } },
  ],
  number: ['number', upright, centered(140)],
  regarding: ['issuer', upright, centered(60)],
  placeAndDate: ['body', italic, centered(140)],
  kind: ['body', bold, held(centered(320))],
  subject: ['body', bold, held(centered())],
  addressee: ['body', upright, centered(240, 240)],
  addressees: ['body', upright, held({ ...spaced(240, 0), indent: { left: 1700 } })],
  addresseeLine: ['body', upright, { ...spaced(60, 0), indent: { left: 2980, hanging: 160 } }],
  basis: ['body', italic, indented],
  body: ['body', upright, indented],
  bullet: ['body', upright, { ...justified, numbering: { reference: bulletList, level: 0 } }],
  tableCaption: ['body', bold, held(centered(between, between))],
  tableHeader: ['table', bold, centered(40, 40)],
  tableText: ['table', upright, spaced(40, 40)],
  denseHeader: ['denseTable', bold, centered(20, 20)],
  denseText: ['denseTable', upright, spaced(20, 20)],
  recipients: ['recipients', boldItalic, held(spaced(0, 0))],
  recipientLine: ['recipientLine', upright, { ...spaced(0, 0), indent: { left: 110, hanging: 110 } }],
  authority: ['body', bold, held(centered())],
  signer: ['body', bold, centered(1500)],
  annexLabel: ['annexLabel', bold, held({ ...centered(), outlineLevel: 0 })],
  annexTitle: ['body', bold, held(centered())],
  annexReference: ['body', italic, held(centered(0, 200))],
  pageNumber: ['body', upright, centered()],
  sampleMark: ['sampleMark', bold, { ...low(180), alignment: AlignmentType.RIGHT }],
};

export function documentStyles(sizes: Sizes): IStylesOptions {
  const heading = (level: number, weight: Weight): IBaseParagraphStyleOptions => ({
    basedOn: 'Normal',
    next: 'body' satisfies StyleId,
    quickFormat: true,
    run: { ...weight, size: sizes.body * 2 },
    paragraph: {
      ...held(justified),
      ...spaced(level === 0 ? 60 : 0, between, bodyLine),
      outlineLevel: level,
      numbering: { reference: headingList, level },
    },
  });
  // The library colours the headings that we do not use; somebody may use them in Word.
  const black = { run: { color: '000000' } };
  return {
    default: {
      document: {
        run: {
          font: { ascii: face, hAnsi: face, cs: face, eastAsia: face },
          size: sizes.body * 2,
          color: '000000',
          language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
        },
        paragraph: spaced(0, 0),
      },
      heading1: heading(0, { bold: true, allCaps: true }),
      heading2: heading(1, bold),
      heading3: heading(2, boldItalic),
      heading4: black,
      heading5: black,
      heading6: black,
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: { size: sizes.body * 2 } },
      ...Object.entries(looks).map(([id, [size, weight, paragraph]]) => ({
        id,
        name: styleNames[id] ?? id,
        basedOn: 'Normal',
        quickFormat: true,
        run: { ...weight, size: sizes[size] * 2 },
        paragraph,
      })),
    ],
  };
}

/** Space above and below in twips; line height in lines. */
function spaced(before: number, after: number, lines = 1) {
  return { spacing: { before, after, line: Math.round(lines * 240), lineRule: LineRuleType.AUTO } };
}

/** A line of an exact height in twips. */
function low(height: number) {
  return { spacing: { before: 0, after: 0, line: height, lineRule: LineRuleType.EXACT } };
}
