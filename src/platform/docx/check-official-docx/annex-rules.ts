/** NĐ 30/2020, Phụ lục I, III: annexes on pages of their own. */
import { checkText, holdsSomething } from './body-rules.ts';
import type { Findings } from './deviation.ts';
import { checkLook } from './look.ts';
import type { SeenSection } from './read-document.ts';

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export function checkAnnexes(annexes: readonly SeenSection[], findings: Findings): void {
  for (const [index, { items, width }] of annexes.entries()) {
    const [label, title, reference] = items.slice(0, 3).map(({ paragraph }) => paragraph);
    const wanted = annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${romans[index] ?? ''}`;
    findings.expect(label?.text === wanted, 'annex.label', wanted, label?.text ?? 'none');
    if (label !== undefined)
      checkLook(label, 'annex.label', { sizes: [14, 14], bold: true, align: 'center' }, findings);
    if (title !== undefined) {
      checkLook(
        title,
        'annex.title',
        { sizes: [13, 14], bold: true, capitals: true, align: 'center' },
        findings,
      );
    }
    findings.expect(
      /^\(Kèm theo .+\)$/.test(reference?.text ?? ''),
      'annex.attached',
      '(Kèm theo …)',
      reference?.text ?? 'none',
    );
    if (reference !== undefined) {
      checkLook(reference, 'annex.attached', { sizes: [13, 14], italic: true, align: 'center' }, findings);
    }
    checkText(items.slice(3).filter(holdsSomething), width, findings);
  }
}
