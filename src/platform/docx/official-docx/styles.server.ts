import { AlignmentType, BorderStyle, LineRuleType } from 'docx';
import type { IBaseParagraphStyleOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import { headingLooks, looks } from '../official-layout/looks.ts';
import type { Look, StyleId } from '../official-layout/looks.ts';
import { face, ruleLine } from '../official-layout/page.ts';
import type { Sizes } from '../official-layout/page.ts';
import * as words from '../words.ts';
import { bulletList, headingList } from './numbering.server.ts';

type ParagraphStyle = NonNullable<IParagraphStyleOptions['paragraph']>;

const styleNames: Record<string, string> = words.styles;

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

export function documentStyles(sizes: Sizes): IStylesOptions {
  const heading = (level: 1 | 2 | 3): IBaseParagraphStyleOptions => ({
    basedOn: 'Normal',
    next: 'body' satisfies StyleId,
    quickFormat: true,
    run: runOf(headingLooks[level], sizes),
    // The first line's place comes with the number.
    paragraph: {
      ...paragraphOf({ ...headingLooks[level], indent: {} }),
      numbering: { reference: headingList, level: level - 1 },
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
        paragraph: spaced({ before: 0, after: 0, line: { lines: 1 } }),
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: black,
      heading5: black,
      heading6: black,
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, run: { size: sizes.body * 2 } },
      ...Object.entries(looks).map(([id, look]) => ({
        id,
        name: styleNames[id] ?? id,
        basedOn: 'Normal',
        quickFormat: true,
        run: runOf(look, sizes),
        paragraph:
          id === ('bullet' satisfies StyleId)
            ? { ...paragraphOf({ ...look, indent: {} }), numbering: { reference: bulletList, level: 0 } }
            : paragraphOf(look),
      })),
    ],
  };
}

function runOf({ bold, italic, capitals, size }: Look, sizes: Sizes) {
  return {
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(capitals && { allCaps: capitals }),
    size: sizes[size] * 2,
  };
}

function paragraphOf(look: Look): ParagraphStyle {
  const { align, indent, keepNext, lineBelow, outline } = look;
  const border = {
    style: BorderStyle.SINGLE,
    size: ruleLine.width * 8,
    space: ruleLine.above,
    color: '000000',
  };
  return {
    ...spaced(look),
    ...(align && { alignment: alignments[align] }),
    ...(indent && Object.keys(indent).length > 0 && { indent }),
    ...(keepNext && { keepNext }),
    ...(lineBelow && { border: { bottom: border } }),
    ...(outline !== undefined && { outlineLevel: outline }),
  };
}

/** Space above and below in twips; the height of a line in lines (Word counts 240 to a line) or exactly. */
function spaced({ before, after, line }: Pick<Look, 'before' | 'after' | 'line'>) {
  return 'exactly' in line
    ? { spacing: { before, after, line: line.exactly, lineRule: LineRuleType.EXACT } }
    : { spacing: { before, after, line: Math.round(line.lines * 240), lineRule: LineRuleType.AUTO } };
}
