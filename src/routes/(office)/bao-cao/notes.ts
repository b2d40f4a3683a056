import type { Explanation } from '#features/reports/model/content.ts';
import type { Remark } from '#features/reports/model/remarks.ts';
import type { ReportWarning } from '#features/reports/model/warnings.ts';
import { explanation as said, remark as words, warning } from './words.ts';

/** A line beside a figure or section: what is odd about it, what was asked, what was answered. */
export interface Note {
  kind: 'flag' | 'ask' | 'answer';
  /** Who says it; null: the product. */
  who: string | null;
  text: string;
}

/** Notes by the code of their figure, in the order in which they are read: what is odd, why, what the reader asks, the answer. */
export function notesByFigure(
  warnings: readonly ReportWarning[],
  explanations: readonly Explanation[],
  remarks: readonly Remark[],
  hamlet: string,
): Record<string, Note[]> {
  const notes: Record<string, Note[]> = {};
  const add = (code: string, ...more: Note[]) => (notes[code] = [...(notes[code] ?? []), ...more]);
  for (const given of warnings)
    if ('code' in given && given.code && given.kind !== 'unexplained')
      add(given.code, { kind: 'flag', who: null, text: warning(given) });
  for (const given of explanations) {
    add(given.code, { kind: 'flag', who: null, text: said.reason(given) });
    if (given.text !== null) add(given.code, { kind: 'answer', who: hamlet, text: given.text });
  }
  for (const remark of remarks) if (remark.subject === 'figure') addRemark(remark, add);
  return notes;
}

/** Notes by the code of their section. */
export function notesBySection(remarks: readonly Remark[]): Record<string, Note[]> {
  const notes: Record<string, Note[]> = {};
  const add = (code: string, ...more: Note[]) => (notes[code] = [...(notes[code] ?? []), ...more]);
  for (const remark of remarks) if (remark.subject === 'section') addRemark(remark, add);
  return notes;
}

function addRemark(remark: Remark, add: (code: string, ...more: Note[]) => unknown): void {
  // An explanation stands with the figure that asked for it.
  if (remark.question === null) return;
  add(remark.code, {
    kind: 'ask',
    who: remark.isWaiting ? words.waiting : (remark.askedBy ?? words.commune),
    text: remark.question,
  });
  if (remark.answer !== null)
    add(remark.code, { kind: 'answer', who: remark.answeredBy, text: remark.answer });
}
