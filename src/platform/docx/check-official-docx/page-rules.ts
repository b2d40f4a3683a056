/** NĐ 30/2020, Phụ lục I, I.1–I.6: paper, margins, letters, page numbers. */
import type { Seen } from './formatting.ts';
import type { Findings } from './deviation.ts';
import type { Item, SeenSection } from './read-document.ts';

const millimetres = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;
const inBand = (value: number, low: number, high: number) => value >= low - 0.01 && value <= high + 0.01;
const near = (value: string | undefined, wanted: number) => Math.abs(Number(value) - wanted) <= 5;

export function checkPages(sections: readonly SeenSection[], findings: Findings): void {
  for (const [index, section] of sections.entries()) {
    checkPaper(section, index, findings);
    checkPageNumber(section, findings);
    for (const paragraph of paragraphsOf(section.items)) checkLetters(paragraph, findings);
    for (const paragraph of [...section.header, ...section.firstHeader]) checkLetters(paragraph, findings);
  }
}

export function paragraphsOf(items: readonly Item[]): Seen[] {
  return items.flatMap(({ paragraph, table }) =>
    table === undefined
      ? [paragraph]
      : table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );
}

function checkPaper({ page, margins }: SeenSection, index: number, findings: Findings): void {
  const upright = near(page['w:w'], 11906) && near(page['w:h'], 16838) && page['w:orient'] !== 'landscape';
  const wide = near(page['w:w'], 16838) && near(page['w:h'], 11906) && page['w:orient'] === 'landscape';
  findings.expect(upright || (wide && index > 0), 'page.size', 'A4, upright; an annex may lie', page);
  const bands: [string, number, number][] = [
    ['top', 20, 25],
    ['bottom', 20, 25],
    ['left', 30, 35],
    ['right', 15, 20],
  ];
  for (const [side, low, high] of bands) {
    const value = millimetres(margins[`w:${side}`]);
    findings.expect(
      inBand(value, low, high),
      `page.margin.${side}`,
      `${low}–${high} mm`,
      `${value.toFixed(1)} mm`,
    );
  }
}

function checkPageNumber(
  { header, firstHeader, titlePage, firstNumber, margins }: SeenSection,
  findings: Findings,
) {
  const number = header.find((paragraph) => paragraph.fields.includes('PAGE'));
  findings.expect(number !== undefined, 'page-number', 'a page number in the header', 'none');
  findings.expect(
    number?.align === 'center',
    'page-number.place',
    'in the middle',
    number?.align ?? 'nowhere',
  );
  findings.expect(
    titlePage && firstHeader.every((paragraph) => paragraph.fields.length === 0),
    'page-number.first',
    'no number on the first page',
    { titlePage },
  );
  findings.expect(
    firstNumber === '1',
    'page-number.start',
    'every annex counts on its own',
    firstNumber ?? 'goes on',
  );
  const above = Number(margins['w:header']);
  findings.expect(
    above > 0 && above < Number(margins['w:top']),
    'page-number.margin',
    'in the top margin',
    above,
  );
}

function checkLetters({ text, runs }: Seen, findings: Findings): void {
  for (const { faces, color } of runs) {
    findings.expect(
      faces.every((face) => face === 'Times New Roman'),
      'letters.face',
      'Times New Roman',
      `${text}: ${faces.join(', ')}`,
    );
    findings.expect(['auto', '000000'].includes(color), 'letters.color', 'black', `${text}: ${color}`);
  }
}
