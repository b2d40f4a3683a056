/** NĐ 30/2020, Phụ lục I, II.1–II.5: nation and motto, issuer, number, place and date, title. */
import type { Findings } from './deviation.ts';
import type { Seen } from './formatting.ts';
import { checkLine, checkLook, sizeOf } from './look.ts';
import type { SeenSection } from './read-document.ts';

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';
const numberPattern = /^Số: ?(\d{2,}\w*|\u00a0+)(\/[^\s/]+)?$/;
const datePattern = /^\S.*, ngày (0[1-9]|[12]\d|3[01]|\u00a0+) tháng (0[12]|[3-9]|1[0-2]|\u00a0+) năm \d{4}$/;
const third: readonly [number, number] = [1 / 3, 1 / 2];

/** Checks the boxes above the text. Returns the index of the first item below them. */
export function checkHeader(section: SeenSection, findings: Findings): number {
  const [upper, lower] = section.items[0]?.table?.rows ?? [];
  const [issuerCell, nationCell] = upper?.cells ?? [];
  const nationBox = nationCell?.paragraphs ?? [];
  checkNation(nationBox, nationCell?.width ?? 0, findings);
  checkIssuer(issuerCell?.paragraphs ?? [], issuerCell?.width ?? 0, findings);
  const [numberCell, dateCell] = lower?.cells ?? [];
  const [number, regarding] = (numberCell?.paragraphs ?? []).filter((paragraph) => paragraph.text !== '');
  // Minutes have no place and date there (Phụ lục III, mẫu 1.9): the text tells when the meeting was.
  const isMinutes = section.items[1]?.paragraph?.text === 'BIÊN BẢN';
  const date = dateCell?.paragraphs.find((paragraph) => !isMinutes || paragraph.text !== '');
  if (number !== undefined) {
    findings.expect(
      numberPattern.test(number.text),
      'number.text',
      'Số: 05/BC-UBND or room for it',
      number.text,
    );
    checkLook(number, 'number', { sizes: [13, 13], align: 'center' }, findings);
  }
  findings.expect(
    isMinutes ? date === undefined : date !== undefined && datePattern.test(date.text),
    'date.text',
    isMinutes ? 'none in minutes' : 'place, day with 0, months 1 and 2 with 0',
    date?.text ?? 'none',
  );
  if (date !== undefined)
    checkLook(date, 'date', { sizes: [13, 14], italic: true, align: 'center' }, findings);
  const together = [nationBox[0], nationBox[1], ...(isMinutes ? [nationBox[1]] : [date])];
  const sizes = together.map(sizeOf).join(',');
  findings.expect(['12,13,13', '13,14,14'].includes(sizes), 'sizes.together', '12,13,13 or 13,14,14', sizes);
  if (regarding !== undefined) {
    findings.expect(regarding.text.startsWith('V/v '), 'regarding.text', 'V/v …', regarding.text);
    checkLook(regarding, 'regarding', { sizes: [12, 13], align: 'center' }, findings);
    return 1;
  }
  return checkTitle(section, findings);
}

function checkNation([first, second, line]: Seen[], width: number, findings: Findings): void {
  findings.expect(first?.text === nation, 'nation.text', nation, first?.text ?? 'none');
  findings.expect(second?.text === motto, 'motto.text', motto, second?.text ?? 'none');
  if (first !== undefined)
    checkLook(first, 'nation', { sizes: [12, 13], bold: true, align: 'center' }, findings);
  if (second !== undefined)
    checkLook(second, 'motto', { sizes: [13, 14], bold: true, align: 'center' }, findings);
  checkLine(line, 'motto.line', second, width, [0.95, 1.05], findings);
}

function checkIssuer(paragraphs: Seen[], width: number, findings: Findings): void {
  const lines = paragraphs.filter((paragraph) => paragraph.text !== '');
  const issuers = lines.filter((paragraph) => paragraph.runs.every((run) => run.bold));
  const superiors = lines.slice(0, lines.length - issuers.length);
  findings.expect(
    issuers.length > 0,
    'issuer',
    'the issuing body in bold',
    lines.map(({ text }) => text),
  );
  for (const [index, issuer] of issuers.entries()) {
    findings.expect(
      lines[superiors.length + index] === issuer,
      'issuer.order',
      'below the body above it',
      issuer.text,
    );
    checkLook(issuer, 'issuer', { sizes: [12, 13], bold: true, capitals: true, align: 'center' }, findings);
  }
  for (const superior of superiors) {
    checkLook(superior, 'superior', { sizes: [12, 13], capitals: true, align: 'center' }, findings);
  }
  const longest = issuers.toSorted((a, b) => b.text.length - a.text.length)[0];
  checkLine(paragraphs.at(-1), 'issuer.line', longest, width, third, findings);
}

function checkTitle({ items, width }: SeenSection, findings: Findings): number {
  const [kind, subject, line] = items.slice(1, 4).map(({ paragraph }) => paragraph);
  findings.expect(
    kind !== undefined && subject !== undefined,
    'title',
    'kind and subject below the boxes',
    'none',
  );
  if (kind !== undefined) {
    checkLook(kind, 'kind', { sizes: [13, 14], bold: true, capitals: true, align: 'center' }, findings);
  }
  if (subject !== undefined)
    checkLook(subject, 'subject', { sizes: [13, 14], bold: true, align: 'center' }, findings);
  checkLine(line, 'subject.line', subject, width, third, findings);
  return 4;
}
