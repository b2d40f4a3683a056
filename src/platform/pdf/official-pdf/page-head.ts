import { looks, type StyleId } from '../../docx/official-layout/looks.ts';
import type { Sizes } from '../../docx/official-layout/page.ts';
import * as words from '../../docx/words.ts';
import { stacked, type Mark } from './strips.ts';
import { textStrips } from './text-strips.ts';

/** What stands in the top margin: the mark of sample data, and from the second page on the page's number in the middle. */
export function pageHead(
  { number, isSample }: { number: number | null; isSample: boolean },
  sizes: Sizes,
  width: number,
): Mark[] {
  const line = (style: StyleId, text: string) =>
    textStrips(text, {
      look: looks[style],
      sizes,
      available: width,
      tag: { role: 'P', parent: null },
    });
  const strips = [
    ...(isSample ? line('sampleMark', words.sampleMark) : []),
    ...(number === null ? [] : line('pageNumber', String(number))),
  ];
  // Not part of the text: it says nothing when the document is read aloud.
  return stacked(strips).marks.map((mark): Mark => {
    if (mark.kind !== 'text') return mark;
    const { tag: _, ...rest } = mark;
    return rest;
  });
}
