import { ImageRun, LineRuleType, Paragraph, TextRun } from 'docx';
import type { IParagraphOptions } from 'docx';
import type { Inline } from '../document-model.ts';
import { drawnPng } from '../../picture/drawn-png.server.ts';
import type { Drawing } from '../official-layout/chart/drawing.ts';
import * as words from '../words.ts';
import type { StyleId } from '../official-layout/looks.ts';

export function runsOf(text: Inline): TextRun[] {
  if (typeof text === 'string') return [new TextRun(text)];
  return text.map(
    ({ text, bold, italic }) =>
      new TextRun({ text, ...(bold && { bold }), ...(italic && { italics: italic }) }),
  );
}

/** A paragraph in one of our styles. */
export function styled(
  style: StyleId,
  text: Inline,
  more: Omit<IParagraphOptions, 'style' | 'children'> = {},
): Paragraph {
  return new Paragraph({ ...more, style, children: runsOf(text) });
}

/**
 * A line with room on both sides (twips): the border of a low, empty paragraph, so that it moves with the text above
 * it and looks the same in every word processor.
 */
export function rule(side: number): Paragraph {
  return new Paragraph({ style: 'rule' satisfies StyleId, indent: { left: side, right: side } });
}

/** Empty room of an exact height in twips. */
export function gap(height: number): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: height, lineRule: LineRuleType.EXACT } });
}

/**
 * A drawing as a picture that every word processor shows, with its words for whoever does not see it. `id` is its own in
 * the document: the library's would count on from the document before.
 */
export function picture(drawing: Drawing, id: number): Paragraph {
  const { width, height, alt } = drawing;
  // The library counts in dots of a screen, 96 to an inch.
  const dots = (points: number) => Math.round((points / 72) * 96);
  const image = new ImageRun({
    type: 'png',
    data: drawnPng(drawing),
    transformation: { width: dots(width), height: dots(height) },
    altText: { id: String(id), name: words.styles.picture, title: words.styles.picture, description: alt },
  });
  return new Paragraph({ style: 'picture' satisfies StyleId, children: [image] });
}
