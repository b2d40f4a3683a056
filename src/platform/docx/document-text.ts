/** How the decree writes what every document has: number, date, lists, end mark, annex labels. Pure text, no Word. */
import type { Annex, Block, Inline, OfficialDocument } from './document-model.ts';
import * as words from './words.ts';

// Room for a hand or for văn thư's stamp: no-break spaces, because Word and its readers fold ordinary ones.
const room = (characters: number) => '\u00a0'.repeat(characters);

/** Box 3: "Số: 05/BC-UBND"; without a number "Số:      /BC-UBND"; null when there is neither number nor symbol. */
export function numberLine({ number, symbol }: Pick<OfficialDocument, 'number' | 'symbol'>): string | null {
  if (number === null && symbol === null) return null;
  const written = number === null ? room(6) : twoDigits(number);
  return `${words.number}: ${written}${symbol === null ? '' : `/${symbol}`}`;
}

/** Box 4: "Nhơn Mỹ, ngày 05 tháng 01 năm 2026"; without a day "Nhơn Mỹ, ngày      tháng      năm 2026". */
export function placeAndDate({
  place,
  date,
  year,
}: Pick<OfficialDocument, 'place' | 'date' | 'year'>): string {
  const parts = dateParts(date, year, room(5));
  return words.placeAndDate(place, parts.day, parts.month, parts.year);
}

/** Lines of a list as the decree ends them: ";" and a last ".", whatever mark the lines came with. Empty lines go. */
export function listLines(lines: readonly string[]): string[] {
  const bare = lines
    .map((line) => line.replace(/^\s*[-–—]\s+/, '').replace(/\s*[;.,]?\s*$/, ''))
    .filter(Boolean);
  return bare.map((line, index) => `${line}${index === bare.length - 1 ? '.' : ';'}`);
}

/** The body with the marks of its bullets and the document's "./." after its last words. */
export function finishedBody(blocks: readonly Block[]): Block[] {
  const finished = withListMarks(blocks);
  const last = finished.at(-1);
  if (last?.kind === 'paragraph' || last?.kind === 'bullet') {
    finished[finished.length - 1] = { ...last, text: withEndMark(last.text) };
  } else {
    finished.push({ kind: 'paragraph', text: words.endMark });
  }
  return finished;
}

/** Blocks with ";" or "." after every bullet that has no mark of its own. */
export function withListMarks(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'bullet' || /[.;:!?…]\s*$/.test(plainText(block.text))) return block;
    const mark = blocks[index + 1]?.kind === 'bullet' ? ';' : '.';
    return { ...block, text: changeEnd(block.text, (text) => text.trimEnd() + mark) };
  });
}

export function plainText(text: Inline): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

/** "Phụ lục" for the only annex, "Phụ lục I", "Phụ lục II" where there are more. */
export function annexLabel(index: number, annexes: readonly Annex[]): string {
  return annexes.length < 2 ? words.annex : `${words.annex} ${roman(index + 1)}`;
}

/**
 * "(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm 2026 của …)". Number and day stay open until văn thư gave both:
 * in an electronic document they are left open (NĐ 30/2020, Phụ lục I).
 */
export function annexReference(document: OfficialDocument): string {
  const { kind, number, symbol, date, year, issuerInText } = document;
  const name = kind === null ? words.letter : sentenceCase(kind);
  const known = number !== null && date !== null;
  const written = `${known ? twoDigits(number) : '…'}${symbol === null ? '' : `/${symbol}`}`;
  const parts = dateParts(known ? date : null, date === null ? year : Number(date.slice(0, 4)), '…');
  return words.attachedTo(name, written, parts.day, parts.month, parts.year, issuerInText);
}

export function upperCase(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function withEndMark(text: Inline): Inline {
  return changeEnd(text, (end) => end.replace(/[\s.;:,/]*$/, '') + words.endMark);
}

function changeEnd(text: Inline, change: (end: string) => string): Inline {
  if (typeof text === 'string') return change(text);
  const last = text.at(-1);
  return last === undefined ? change('') : [...text.slice(0, -1), { ...last, text: change(last.text) }];
}

// A day below 10 and the months 1 and 2 get a 0, so that nobody can write a digit before them; the other months do not.
function dateParts(date: string | null, year: number, open: string) {
  if (date === null) return { day: open, month: open, year: String(year) };
  const month = Number(date.slice(5, 7));
  return { day: date.slice(8, 10), month: month < 3 ? `0${month}` : String(month), year: date.slice(0, 4) };
}

function twoDigits(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}

function sentenceCase(text: string): string {
  const lower = text.toLocaleLowerCase('vi');
  return lower.slice(0, 1).toLocaleUpperCase('vi') + lower.slice(1);
}

export function roman(number: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [value, digits] of steps) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}
