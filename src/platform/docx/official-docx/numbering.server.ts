import { AlignmentType, LevelFormat, LevelSuffix } from 'docx';
import type { ILevelsOptions, INumberingOptions } from 'docx';
import { firstLine } from '../official-layout/page.ts';

export const headingStyles = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' } as const;
export const headingList = 'headings';
export const bulletList = 'bullets';

/**
 * "I.", "1.", "a)" of the headings and "- " of the lists, as Word's own numbering tied to the styles: a heading that
 * somebody puts in between renumbers the rest.
 */
export const documentNumbering: INumberingOptions = {
  config: [
    {
      reference: headingList,
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.', headingStyles[1]),
        level(1, LevelFormat.DECIMAL, '%2.', headingStyles[2]),
        level(2, LevelFormat.LOWER_LETTER, '%3)', headingStyles[3]),
      ],
    },
    { reference: bulletList, levels: [level(0, LevelFormat.BULLET, '-', 'bullet')] },
  ],
};

function level(
  level: number,
  format: ILevelsOptions['format'] & string,
  text: string,
  style: string,
): ILevelsOptions {
  return {
    level,
    format,
    text,
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    style: { style, paragraph: { indent: { left: 0, firstLine } } },
  };
}
