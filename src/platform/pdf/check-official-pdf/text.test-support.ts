/** NĐ 30/2020, Phụ lục I, II.6: the text between the boxes, line by line; tables have smaller letters and are left out. */
import type { Findings } from '../../docx/check-official-docx/deviation.ts';
import { blur, textOf } from './pages.test-support.ts';
import type { SeenPage, SeenPiece } from './read-pdf.test-support.ts';

interface TextLine extends SeenPiece {
  pieces: SeenPiece[];
}

const centimetre = 72 / 2.54;

/** The lines of the text below a height of the first page, down to "Nơi nhận:". */
export function checkText(pages: readonly SeenPage[], below: number, findings: Findings): void {
  const left = Math.min(...pages.flatMap((page) => textOf(page).map((piece) => piece.left)));
  const right = Math.max(...pages.flatMap((page) => bodyOf(page, -1).map((line) => line.right)));
  const numerals: string[] = [];
  let last = '';
  for (const [index, page] of pages.entries()) {
    const lines = bodyOf(page, index === 0 ? below : -1);
    for (const [at, line] of lines.entries()) {
      checkLine(line, lines[at + 1], { left, right }, findings);
      const numeral = /^([IVX]+)\. /.exec(line.text)?.[1];
      if (numeral !== undefined && line.bold) {
        numerals.push(numeral);
        findings.expect(
          line.text === line.text.toLocaleUpperCase('vi'),
          'heading.capitals',
          'capitals',
          line.text,
        );
      }
      if (/^([IVX]+|\d)\. [\p{Lu} ,]+$/u.test(line.text))
        findings.expect(line.bold, 'heading.bold', 'bold', line.text);
      last = line.text;
    }
  }
  findings.expect(/[^\s.;,/]?\.\/\.$/.test(last), 'end-mark', './. after the last words', last);
  const wanted = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].slice(0, numerals.length);
  findings.expect(numerals.join() === wanted.join(), 'heading.number', wanted.join(), numerals.join());
}

/** The lines of the text's own size; what stands side by side in one line is one line. */
function bodyOf(page: SeenPage, below: number): TextLine[] {
  const all = textOf(page);
  const end =
    all.find(({ text, bold }) => text === 'Nơi nhận:' || (bold && text === 'THƯ KÝ'))?.top ?? Infinity;
  const pieces = all.filter(({ size, top }) => size >= 13 && top > below && top < end - 3);
  const lines: TextLine[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.bottom - piece.bottom) < 2) {
      line.pieces.push(piece);
      line.text += ` ${piece.text}`;
      line.right = piece.right;
      line.bold &&= piece.bold;
    } else lines.push({ ...piece, pieces: [piece] });
  }
  return lines;
}

function checkLine(
  line: TextLine,
  next: TextLine | undefined,
  edge: { left: number; right: number },
  findings: Findings,
): void {
  for (const { size, text } of line.pieces)
    findings.expect(size >= 13 && size <= 14, 'text.size', '13–14', `${text}: ${size}`);
  const isCentered =
    Math.abs((line.left + line.right) / 2 - (edge.left + edge.right) / 2) <= blur && line.bold;
  if (isCentered) return;
  const indent = line.left - edge.left;
  const begins = [1, 1.27].some((wanted) => Math.abs(indent - wanted * centimetre) <= blur);
  findings.expect(
    begins || Math.abs(indent) <= blur,
    'text.indent',
    '1 or 1,27 cm',
    `${line.text}: ${indent}`,
  );
  if (next === undefined || line.bottom > next.top + 8) return;
  const goesOn = Math.abs(next.left - edge.left) <= blur;
  if (goesOn)
    findings.expect(
      Math.abs(line.right - edge.right) <= 2,
      'text.align',
      'justified',
      `${line.text}: ${line.right}`,
    );
  const single = line.size * 1.149;
  const pitch = next.bottom - line.bottom;
  if (goesOn)
    findings.expect(
      pitch >= single - 0.7 && pitch <= single * 1.5 + 0.7,
      'text.line',
      'single to 1,5',
      `${line.text}: ${pitch}`,
    );
  else findings.expect(pitch >= single + 6 - 0.7, 'text.between', 'at least 6 pt', `${line.text}: ${pitch}`);
}
