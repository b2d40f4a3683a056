/** NĐ 30/2020, Phụ lục I, II.6–II.9: addressees, legal basis, text, tables, recipients and signature; annexes. */
import type { Findings } from './deviation.ts';
import type { Seen, SeenTable } from './formatting.ts';
import { checkLook } from './look.ts';
import { paragraphsOf } from './page-rules.ts';
import type { Item, SeenSection } from './read-document.ts';

const text = [13, 14] as const;

export function checkBody(section: SeenSection, start: number, annexes: number, findings: Findings): void {
  const items = section.items.slice(start).filter(holdsSomething);
  const foot = items.findLast(({ table }) => table !== undefined && !table.bordered);
  const end = foot === undefined ? items.length : items.indexOf(foot);
  findings.expect(
    foot !== undefined && end === items.length - 1,
    'foot',
    'recipients and signature at the end',
    end,
  );
  const isMinutes = section.items[1]?.paragraph?.text === 'BIÊN BẢN';
  if (foot?.table !== undefined) checkFoot(foot.table, isMinutes, findings);
  const rest = checkBasis(checkAddressees(items.slice(0, end), findings), findings);
  checkText(rest, section.width, findings);
  const words = paragraphsOf(rest).map((paragraph) => paragraph.text);
  const last = rest.at(-1)?.paragraph?.text ?? '';
  findings.expect(
    /[^\s.;,/]\.\/\.$/.test(last) || last === './.',
    'end-mark',
    './. after the last words',
    last,
  );
  const refers = words.some((line) => line.includes('Phụ lục'));
  findings.expect(annexes === 0 || refers, 'annex.reference', 'the text refers to its annexes', 'nothing');
}

export function checkText(items: readonly Item[], width: number, findings: Findings): void {
  const formats = ['upperRoman', 'decimal', 'lowerLetter'];
  for (const [index, { paragraph, table }] of items.entries()) {
    if (table !== undefined) {
      checkTable(table, findings);
      continue;
    }
    for (const run of paragraph.runs) {
      findings.expect(
        run.size >= text[0] && run.size <= text[1],
        'text.size',
        '13–14',
        `${paragraph.text}: ${run.size}`,
      );
    }
    if (paragraph.outline !== null) {
      const format = paragraph.label?.format ?? '';
      findings.expect(
        format === formats[paragraph.outline],
        'heading.number',
        'I., 1., a)',
        `${paragraph.text}: ${format}`,
      );
      findings.expect(
        paragraph.runs.every((run) => run.bold),
        'heading.bold',
        'bold',
        paragraph.text,
      );
    }
    if (paragraph.picture !== null) {
      checkPicture(paragraph, items[index + 1]?.paragraph, width, findings);
      continue;
    }
    const isCaption =
      paragraph.align === 'center' &&
      (items[index + 1]?.table !== undefined || (items[index - 1]?.paragraph?.picture ?? null) !== null);
    if (!isCaption) checkSetting(paragraph, items[index + 1]?.paragraph, findings);
  }
}

/** An empty paragraph says nothing; one with a picture does. */
export const holdsSomething = ({ table, paragraph }: Item) =>
  table !== undefined || paragraph.text !== '' || paragraph.picture !== null;

/** A picture stands in the middle within the margins, with words for whoever does not see it and a bold title below. */
function checkPicture({ picture, align }: Seen, next: Seen | undefined, width: number, findings: Findings) {
  findings.expect(align === 'center', 'picture.align', 'in the middle', align);
  findings.expect((picture?.alt ?? '').length > 20, 'picture.alt', 'what it shows', picture?.alt ?? '');
  findings.expect((picture?.width ?? 0) <= width + 20, 'picture.width', 'within the margins', picture?.width);
  const isTitle = next !== undefined && next.align === 'center' && next.runs.every((run) => run.bold);
  findings.expect(
    isTitle && next.text !== '',
    'picture.title',
    'a title in bold below',
    next?.text ?? 'none',
  );
}

function checkSetting(paragraph: Seen, next: Seen | undefined, findings: Findings): void {
  const { align, firstLine, after, line, lineRule } = paragraph;
  findings.expect(align === 'both', 'text.align', 'justified', `${paragraph.text}: ${align}`);
  const indents = [567, 720].some((wanted) => Math.abs(firstLine - wanted) <= 3);
  findings.expect(indents, 'text.indent', '1 or 1,27 cm', `${paragraph.text}: ${firstLine}`);
  const between = after + (next?.before ?? 0);
  findings.expect(between >= 120, 'text.between', 'at least 6 pt', `${paragraph.text}: ${between / 20}`);
  findings.expect(
    lineRule === 'auto' && line >= 240 && line <= 360,
    'text.line',
    'single to 1,5',
    `${line} ${lineRule}`,
  );
}

export function checkTable(table: SeenTable, findings: Findings): void {
  const headers = table.rows.findIndex((row) => !row.header);
  findings.expect(headers > 0, 'table.header', 'header rows repeat on every page', headers);
  findings.expect(
    table.rows.every((row) => row.whole),
    'table.rows',
    'rows stay whole',
    'some break',
  );
  for (const { cells } of table.rows.slice(Math.max(headers, 0))) {
    for (const { paragraphs } of cells.slice(1)) {
      const [cell] = paragraphs;
      const isNumber = cell !== undefined && /^[+−-]?\d[\d.,]*( %)?$|^—$/.test(cell.text);
      findings.expect(
        !isNumber || cell.align === 'right',
        'table.numbers',
        'figures stand right',
        cell?.text ?? '',
      );
    }
  }
}

function checkAddressees(items: Item[], findings: Findings): Item[] {
  const [first] = items;
  if (first?.paragraph?.text.startsWith('Kính gửi:') !== true) {
    const late = items.some(({ paragraph }) => paragraph?.text.startsWith('Kính gửi:') === true);
    findings.expect(!late, 'addressees.order', 'Kính gửi stands before the text', 'below it');
    return items;
  }
  checkLook(first.paragraph, 'addressees', { sizes: text }, findings);
  if (first.paragraph.text !== 'Kính gửi:') return items.slice(1);
  const count = items.slice(1).findIndex(({ paragraph }) => paragraph?.text.startsWith('- ') !== true);
  const lines = items
    .slice(1, count + 1)
    .flatMap(({ paragraph }) => (paragraph === undefined ? [] : [paragraph]));
  for (const line of lines) checkLook(line, 'addressees', { sizes: text }, findings);
  checkMarks(lines, 'addressees.marks', findings);
  return items.slice(count + 1);
}

function checkBasis(items: Item[], findings: Findings): Item[] {
  const count = items.findIndex(({ paragraph }) => paragraph?.text.startsWith('Căn cứ ') !== true);
  const lines = items
    .slice(0, count)
    .flatMap(({ paragraph }) => (paragraph === undefined ? [] : [paragraph]));
  for (const line of lines) {
    checkLook(line, 'basis', { sizes: text, italic: true, align: 'both' }, findings);
    checkSetting(line, undefined, findings);
  }
  checkMarks(lines, 'basis.marks', findings);
  return items.slice(count);
}

/** Recipients level with the signature; in minutes two signatures level with each other, the recipients below (mẫu 1.9). */
function checkFoot({ rows }: SeenTable, isMinutes: boolean, findings: Findings): void {
  const [first, second] = rows.map((row) => row.cells.map((cell) => cell.paragraphs));
  checkRecipients((isMinutes ? second : first)?.[0] ?? [], findings);
  checkSignature(first?.[1] ?? [], findings);
  if (!isMinutes) return;
  checkSignature(first?.[0] ?? [], findings);
  findings.expect(
    first?.[0]?.[0]?.text === 'THƯ KÝ',
    'secretary',
    'THƯ KÝ on the left, level with the chair',
    first?.[0]?.[0]?.text ?? 'none',
  );
}

function checkRecipients([title, ...recipients]: readonly Seen[], findings: Findings): void {
  findings.expect(
    title?.text === 'Nơi nhận:',
    'recipients.text',
    'Nơi nhận: on the left',
    title?.text ?? 'none',
  );
  if (title !== undefined)
    checkLook(title, 'recipients', { sizes: [12, 12], bold: true, italic: true }, findings);
  for (const line of recipients) checkLook(line, 'recipients.list', { sizes: [11, 11] }, findings);
  findings.expect(
    recipients.every((line) => line.text.startsWith('- ')),
    'recipients.list',
    '- …;',
    recipients.map((line) => line.text),
  );
  checkMarks(recipients, 'recipients.marks', findings);
  findings.expect(
    recipients.at(-1)?.text.startsWith('- Lưu: ') === true,
    'recipients.last',
    '- Lưu: …',
    recipients.at(-1)?.text ?? 'none',
  );
}

function checkSignature(lines: readonly Seen[], findings: Findings): void {
  findings.expect(
    lines.length >= 2 && lines[0]?.text !== '',
    'signature',
    'title and name',
    lines.map((line) => line.text),
  );
  for (const line of lines)
    checkLook(line, 'signature', { sizes: text, bold: true, align: 'center' }, findings);
  for (const line of lines.slice(0, -1))
    checkLook(line, 'signature', { sizes: text, bold: true, capitals: true }, findings);
  const name = lines.at(-1)?.text ?? '';
  findings.expect(
    !/(^|\s)(ThS|TS|PGS|GS|Thạc sĩ|Tiến sĩ)\b\.?/.test(name),
    'signature.name',
    'no academic title',
    name,
  );
}

function checkMarks(lines: readonly Seen[], rule: string, findings: Findings): void {
  for (const [index, line] of lines.entries()) {
    const mark = index === lines.length - 1 ? '.' : ';';
    findings.expect(line.text.endsWith(mark), rule, `ends with ${mark}`, line.text);
  }
}
