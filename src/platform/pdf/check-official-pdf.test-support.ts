import { Findings } from '../docx/check-official-docx/deviation.ts';
import type { Deviation } from '../docx/check-official-docx/deviation.ts';
import { checkAnnexes, checkFoot, checkHeader, checkTitle } from './check-official-pdf/boxes.test-support.ts';
import { checkPages, partsOf, textOf } from './check-official-pdf/pages.test-support.ts';
import { readPdf, type SeenPage } from './check-official-pdf/read-pdf.test-support.ts';
import { checkText } from './check-official-pdf/text.test-support.ts';

/**
 * Where a PDF differs from Nghị định 30/2020/NĐ-CP, Phụ lục I. Written from the decree and from what poppler prints of
 * the file: it finds the boxes by their places and words. Nothing found is an empty list.
 */
export async function checkOfficialPdf(pdf: Uint8Array): Promise<Deviation[]> {
  return checkSeen(await readPdf(pdf));
}

/** The same for pages that are already read. */
export function checkSeen(pages: readonly SeenPage[]): Deviation[] {
  const findings = new Findings();
  const parts = partsOf(pages);
  const [main, ...annexes] = parts;
  const [first] = main ?? [];
  if (main === undefined || first === undefined) throw new Error('The file has no page');
  checkPages(parts, findings);
  const below = checkHeader(first, findings);
  checkTitle(first, below, findings);
  checkText(main, endOfBoxes(first, below), findings);
  checkFoot(main, findings);
  checkAnnexes(annexes, findings);
  const refers = main.some((page) => textOf(page).some(({ text }) => text.includes('Phụ lục')));
  findings.expect(
    annexes.length === 0 || refers,
    'annex.reference',
    'the text refers to its annexes',
    'nothing',
  );
  return findings.deviations;
}

/** Below kind, subject and addressees: where the first sentence stands. */
function endOfBoxes(page: SeenPage, below: number): number {
  const under = textOf(page).filter(({ top }) => top > below - 2);
  const addressed = under.find(({ text }) => text.startsWith('Kính gửi:'));
  const listed = under.filter(({ text, left }) => text.startsWith('- ') && left > page.width / 3);
  const titled = under.slice(
    0,
    under.findIndex(({ bold }) => !bold),
  );
  return Math.max(below, ...[...titled, ...listed, ...(addressed ? [addressed] : [])].map(({ top }) => top));
}
