/** NĐ 30/2020, Phụ lục I, I.1–I.6, on the printed page: paper, margins, letters, page numbers. */
import type { Findings } from '../../docx/check-official-docx/deviation.ts';
import type { SeenPage, SeenPiece } from './read-pdf.test-support.ts';

export const mm = (points: number) => (points / 72) * 25.4;
/** Poppler's dots and the blank under a letter blur a place by about a point. */
export const blur = 1.2;

/** The pieces of the text itself: without what stands in the top margin. */
export const textOf = (page: SeenPage) => page.pieces.filter((piece) => mm(piece.bottom) > 21);
export const headOf = (page: SeenPage) => page.pieces.filter((piece) => mm(piece.bottom) <= 21);

/** The pages of each part: the document, then every annex. */
export function partsOf(pages: readonly SeenPage[]): SeenPage[][] {
  const parts: SeenPage[][] = [];
  for (const page of pages) {
    const [first] = textOf(page);
    const begins = first !== undefined && /^Phụ lục( [IVXLC]+)?$/.test(first.text) && first.bold;
    if (parts.length === 0 || begins) parts.push([page]);
    else parts.at(-1)?.push(page);
  }
  return parts;
}

export function checkPages(parts: readonly (readonly SeenPage[])[], findings: Findings): void {
  for (const [part, pages] of parts.entries()) {
    for (const [index, page] of pages.entries()) {
      checkPaper(page, part > 0, findings);
      checkMargins(page, findings);
      checkNumber(page, index, findings);
      for (const piece of page.pieces) checkLetters(piece, findings);
    }
    checkEdges(pages, findings);
  }
}

function checkPaper({ width, height }: SeenPage, isAnnex: boolean, findings: Findings): void {
  const near = (value: number, wanted: number) => Math.abs(mm(value) - wanted) < 0.5;
  const upright = near(width, 210) && near(height, 297);
  const lying = near(width, 297) && near(height, 210);
  findings.expect(upright || (lying && isAnnex), 'page.size', 'A4, upright; an annex may lie', [
    width,
    height,
  ]);
}

/** Nothing stands nearer to an edge than the decree's margins. */
function checkMargins(page: SeenPage, findings: Findings): void {
  const outside = (rule: string, wanted: string, is: (piece: SeenPiece) => boolean) => {
    const found = textOf(page).filter(is);
    findings.expect(
      found.length === 0,
      rule,
      wanted,
      found.map(({ text }) => text),
    );
  };
  outside('page.margin.left', '≥ 30 mm', ({ left }) => mm(left + blur) < 30);
  outside('page.margin.right', '≥ 15 mm', ({ right }) => mm(page.width - right + blur) < 15);
  outside('page.margin.bottom', '≥ 20 mm', ({ bottom }) => mm(page.height - bottom + blur) < 20);
  outside('page.margin.top', '≥ 20 mm', ({ top }) => mm(top + blur) < 20);
}

/** Text begins at the same edges everywhere, and these lie within the decree's bands. */
function checkEdges(pages: readonly SeenPage[], findings: Findings): void {
  const pieces = pages.flatMap((page) => textOf(page).map((piece) => ({ ...piece, page })));
  const left = mm(Math.min(...pieces.map((piece) => piece.left)));
  const top = mm(Math.min(...pieces.map((piece) => piece.top)));
  // A part whose lines all begin with the indent of a first line (1 or 1,27 cm) has its edge so much further left.
  const edges = [left, left - 10, left - 12.7];
  findings.expect(
    edges.some((edge) => edge >= 29.6 && edge <= 35.4),
    'page.edge.left',
    '30–35 mm',
    left.toFixed(1),
  );
  findings.expect(top >= 19.6 && top <= 25.4, 'page.edge.top', '20–25 mm', top.toFixed(1));
}

function checkNumber(page: SeenPage, index: number, findings: Findings): void {
  const numbers = headOf(page).filter(({ text }) => /^\d+$/.test(text));
  const [number] = numbers;
  if (index === 0) {
    findings.expect(numbers.length === 0, 'page-number.first', 'no number on the first page', number?.text);
    return;
  }
  findings.expect(
    number?.text === String(index + 1),
    'page-number',
    String(index + 1),
    number?.text ?? 'none',
  );
  if (number === undefined) return;
  const text = textOf(page);
  const left = Math.min(...text.map((piece) => piece.left));
  const middle = (number.left + number.right) / 2;
  // In the middle of the text: its right edge is the widest that the decree allows it to be.
  const centers = [15, 20].map((margin) => (left + page.width - (margin / 25.4) * 72) / 2);
  findings.expect(
    middle >= Math.min(...centers) - 2 && middle <= Math.max(...centers) + 2,
    'page-number.place',
    'in the middle',
    middle,
  );
  findings.expect(number.size >= 13 && number.size <= 14, 'page-number.size', '13–14', number.size);
  findings.expect(!number.bold && !number.italic, 'page-number.upright', 'upright', number.face);
}

function checkLetters({ text, face, color }: SeenPiece, findings: Findings): void {
  const known = /^(TimesNewRoman|LiberationSerif|Tinos)/.test(face);
  findings.expect(known, 'letters.face', 'as wide as Times New Roman', `${text}: ${face}`);
  findings.expect(color === '#000000', 'letters.color', 'black', `${text}: ${color}`);
  findings.expect(!text.includes('\ufffd'), 'letters.missing', 'every letter', text);
}
