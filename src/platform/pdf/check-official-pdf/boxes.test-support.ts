/** NĐ 30/2020, Phụ lục I, II: the boxes on the first page, recipients and signature, annexes; by place and words. */
import type { Findings } from '../../docx/check-official-docx/deviation.ts';
import { lineBelow } from '../../docx/picture.test-support.ts';
import { blur, textOf } from './pages.test-support.ts';
import type { SeenPage, SeenPiece } from './read-pdf.test-support.ts';

interface Look {
  sizes: readonly [number, number];
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
}

export function checkLook(piece: SeenPiece | undefined, rule: string, look: Look, findings: Findings): void {
  if (piece === undefined) {
    findings.expect(false, rule, 'the box', 'nothing');
    return;
  }
  const { sizes, bold = false, italic = false, capitals = false } = look;
  const { text, size } = piece;
  findings.expect(size >= sizes[0] && size <= sizes[1], `${rule}.size`, sizes.join('–'), `${text}: ${size}`);
  findings.expect(piece.bold === bold, `${rule}.bold`, bold ? 'bold' : 'not bold', text);
  findings.expect(piece.italic === italic, `${rule}.italic`, italic ? 'italic' : 'upright', text);
  if (capitals) findings.expect(text === text.toLocaleUpperCase('vi'), `${rule}.capitals`, 'capitals', text);
}

const middle = ({ left, right }: SeenPiece) => (left + right) / 2;
const together = (a: SeenPiece, b: SeenPiece) => Math.abs(middle(a) - middle(b)) <= blur;

/** Boxes 1–5: who, number, place and day, kind and subject. Hands back how low they reach. */
export function checkHeader(page: SeenPage, findings: Findings): number {
  const pieces = textOf(page);
  const nation = pieces.find(({ text }) => text === 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  const motto = pieces.find(({ text }) => text === 'Độc lập - Tự do - Hạnh phúc');
  checkLook(nation, 'nation', { sizes: [12, 13], bold: true, capitals: true }, findings);
  checkLook(motto, 'motto', { sizes: [13, 14], bold: true }, findings);
  const date = pieces.find(
    ({ text, left }) => left > page.width * 0.4 && /^.+, ngày( \d\d)? tháng( \d{1,2})? năm \d{4}$/.test(text),
  );
  // Minutes have no place and date there (Phụ lục III, mẫu 1.9): the text tells when the meeting was.
  if (isMinutes(page)) findings.expect(date === undefined, 'date', 'none in minutes', date?.text);
  else checkLook(date, 'date', { sizes: [13, 14], italic: true }, findings);
  const number = pieces.find(({ text }) => text.startsWith('Số:'));
  if (nation === undefined || motto === undefined) return 0;
  findings.expect(together(nation, motto), 'motto.align', 'under the name of the State', motto.left);
  findings.expect(motto.size === nation.size + 1, 'sizes.together', '12 and 13, or 13 and 14', nation.size);
  checkLine(page, motto, 'motto.line', [0.97, 1.03], findings);
  checkIssuer(page, nation, findings);
  if (number !== undefined) {
    checkLook(number, 'number', { sizes: [13, 13] }, findings);
    findings.expect(
      /^Số: ((0\d|[1-9]\d+))?( ?\/[^\s/]+)?$/.test(number.text),
      'number.text',
      'Số: 05/BC-UBND',
      number.text,
    );
    findings.expect(number.right < page.width / 2, 'number.place', 'on the left', number.right);
  }
  if (date === undefined) return number?.bottom ?? motto.bottom + 20;
  findings.expect(motto.size === date.size, 'sizes.together', 'motto and date of one size', date.size);
  const level = number === undefined ? 0 : Math.abs(number.top - date.top);
  findings.expect(level <= 3, 'number.level', 'level with the date', level);
  return date.bottom;
}

export const isMinutes = (page: SeenPage) =>
  textOf(page).some(({ text, bold }) => bold && text === 'BIÊN BẢN');

function checkIssuer(page: SeenPage, nation: SeenPiece, findings: Findings): void {
  const box = textOf(page).filter(
    ({ right, top, text }) => right < nation.left && top < nation.bottom + 40 && !/^(Số:|V\/v)/.test(text),
  );
  const above = box.filter(({ bold }) => !bold);
  const issuers = box.filter(({ bold, size }) => bold && size >= 12);
  findings.expect(issuers.length > 0, 'issuer', 'the issuing body in bold', 'nothing');
  for (const piece of above) checkLook(piece, 'superior', { sizes: [12, 13], capitals: true }, findings);
  for (const piece of issuers)
    checkLook(piece, 'issuer', { sizes: [12, 13], bold: true, capitals: true }, findings);
  findings.expect(
    above.every((piece) => issuers.every((issuer) => piece.top < issuer.top)),
    'issuer.order',
    'below the body above it',
    above.map(({ text }) => text),
  );
  const longest = issuers.toSorted((a, b) => b.right - b.left - (a.right - a.left))[0];
  const lowest = issuers.at(-1);
  if (longest === undefined || lowest === undefined) return;
  checkLine(page, { ...longest, bottom: lowest.bottom }, 'issuer.line', [1 / 3, 1 / 2], findings);
}

/** Box 5a and its line; a công văn has "V/v …" under its number instead. */
export function checkTitle(page: SeenPage, below: number, findings: Findings): void {
  const pieces = textOf(page);
  if (pieces.some(({ text }) => text.startsWith('V/v '))) {
    checkLook(
      pieces.find(({ text }) => text.startsWith('V/v ')),
      'regarding',
      { sizes: [12, 13] },
      findings,
    );
    return;
  }
  const under = pieces.filter(({ top }) => top > below - 2);
  const end = under.findIndex(({ bold }) => !bold);
  const [kind, ...subject] = under.slice(0, end);
  checkLook(kind, 'kind', { sizes: [13, 14], bold: true, capitals: true }, findings);
  findings.expect(subject.length > 0, 'subject', 'kind and subject', 'no subject');
  for (const line of subject) {
    checkLook(line, 'subject', { sizes: [13, 14], bold: true }, findings);
    if (kind !== undefined)
      findings.expect(together(kind, line), 'subject.align', 'in the middle', line.text);
  }
  const longest = subject.toSorted((a, b) => b.right - b.left - (a.right - a.left))[0];
  const lowest = subject.at(-1);
  if (longest !== undefined && lowest !== undefined)
    checkLine(page, { ...longest, bottom: lowest.bottom }, 'subject.line', [1 / 3, 1 / 2], findings);
}

/** A drawn line in the middle under a text, as long as a share of it. */
function checkLine(
  page: SeenPage,
  above: SeenPiece,
  rule: string,
  [from, to]: readonly [number, number],
  findings: Findings,
): void {
  const line = page.picture && lineBelow(page.picture, above.bottom, above.left, above.right);
  const share = line === null ? 0 : (line.right - line.left) / (above.right - above.left);
  findings.expect(
    share >= from && share <= to,
    rule,
    `${from.toFixed(2)}–${to.toFixed(2)} of the text`,
    share,
  );
  if (line === null) return;
  const off = Math.abs((line.left + line.right) / 2 - middle(above));
  findings.expect(off <= blur, rule, 'in the middle', off);
}

/** Boxes 9b and 7, together at the end of the document's last page, with some of the text above them. */
export function checkFoot(pages: readonly SeenPage[], findings: Findings): void {
  const page = pages.at(-1);
  const [first] = pages;
  const pieces = page === undefined ? [] : textOf(page);
  const title = pieces.find(({ text }) => text === 'Nơi nhận:');
  checkLook(title, 'recipients', { sizes: [12, 12], bold: true, italic: true }, findings);
  if (page === undefined || first === undefined || title === undefined) return;
  const half = page.width / 2 - 40;
  const list = pieces.filter(({ left, top }) => left < half && top > title.top + 2);
  checkRecipients(list, findings);
  const secretary = pieces.find(({ text }) => text === 'THƯ KÝ');
  const top = isMinutes(first) ? (secretary?.top ?? 0) : title.top;
  const onRight = pieces.filter((piece) => piece.left >= half && piece.top >= top - 2);
  checkSignature(onRight, top, findings);
  if (isMinutes(first)) {
    const onLeft = pieces.filter(
      (piece) => piece.left < half && piece.top >= top - 2 && piece.top < title.top - 2,
    );
    findings.expect(secretary !== undefined, 'secretary', 'THƯ KÝ, level with the chair', 'none');
    checkSignature(onLeft, top, findings);
  }
  findings.expect(
    pieces.some(({ bottom, size }) => bottom < top && size >= 13),
    'foot.alone',
    'text above the signature',
    'nothing',
  );
}

function checkRecipients(list: readonly SeenPiece[], findings: Findings): void {
  for (const line of list) checkLook(line, 'recipients.list', { sizes: [11, 11] }, findings);
  const items = list.map(({ text }) => text).join('\n');
  findings.expect(
    items.startsWith('- ') && items.endsWith('.'),
    'recipients.marks',
    '- …; and a last "."',
    items,
  );
  findings.expect(/(^|\n)- Lưu: [^;]*$/.test(items), 'recipients.last', '- Lưu: … at the end', items);
}

function checkSignature(lines: readonly SeenPiece[], top: number, findings: Findings): void {
  const [first] = lines;
  findings.expect(
    first !== undefined && Math.abs(first.top - top) <= 2.5,
    'signature.level',
    'level with Nơi nhận, or the other who signs',
    first?.top ?? 0,
  );
  for (const [index, line] of lines.entries()) {
    const isName = index > 0 && line.top - (lines[index - 1]?.bottom ?? 0) > 40;
    checkLook(line, 'signature', { sizes: [13, 14], bold: true, capitals: !isName }, findings);
    if (first !== undefined)
      findings.expect(together(first, line), 'signature.align', 'in the middle', line.text);
    findings.expect(!/^(ThS|TS|PGS|GS)\b/.test(line.text), 'signature.name', 'no academic title', line.text);
  }
}

export function checkAnnexes(annexes: readonly (readonly SeenPage[])[], findings: Findings): void {
  const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
  for (const [index, [page]] of annexes.entries()) {
    const [label, ...rest] = page === undefined ? [] : textOf(page);
    const wanted = annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${romans[index] ?? ''}`;
    findings.expect(label?.text === wanted, 'annex.label', wanted, label?.text ?? 'none');
    checkLook(label, 'annex.label', { sizes: [14, 14], bold: true }, findings);
    const open = rest.findIndex(({ text }) => text.startsWith('(Kèm theo '));
    findings.expect(open > 0, 'annex.attached', '(Kèm theo …) under the title', open);
    for (const line of rest.slice(0, open))
      checkLook(line, 'annex.title', { sizes: [13, 14], bold: true, capitals: true }, findings);
    checkLook(rest[open], 'annex.attached', { sizes: [13, 14], italic: true }, findings);
    for (const line of rest.slice(0, open + 1))
      if (label !== undefined)
        findings.expect(together(label, line), 'annex.align', 'in the middle', line.text);
  }
}
