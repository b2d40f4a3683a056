/**
 * How wide a line is in bold Times New Roman, so that the lines under motto, issuer and title have the length that the
 * decree asks for, and long titles break into even lines. Advance widths in thousandths of the size; a Vietnamese
 * letter is as wide as its letter without marks, but for Ư and ơ, ư with their horns.
 */
const widths = new Map<string, number>();
const classes: [number, string][] = [
  [220, '|'],
  [250, ' ,.\u00a0'],
  [278, "'/\\il"],
  [333, '!()-:;[]`fjt'],
  [389, 'Is'],
  [394, '{}'],
  [444, 'cerz'],
  [500, '0123456789#$*?J_agovxy–“”'],
  [520, '~'],
  [554, 'ơ'],
  [555, '"'],
  [556, 'Sbdhknpquđ'],
  [570, '+<=>'],
  [581, '^'],
  [600, 'ư'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYwĐ'],
  [778, 'GHKOQƠ'],
  [796, 'Ư'],
  [833, '&m'],
  [930, '@'],
  [944, 'M'],
  [1000, '%W—…'],
];
for (const [width, letters] of classes) for (const letter of letters) widths.set(letter, width);

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const mark = /[\u0300-\u036f]/g;

/** Width of one line of bold text in points, at a size in points. Letters that we do not know count as wide as "n". */
export function boldWidth(text: string, size: number): number {
  return inPoints(thousandths(text), size);
}

const inPoints = (sum: number, size: number) => (sum * size) / 1000;

function thousandths(text: string): number {
  let sum = 0;
  for (const letter of text.normalize('NFD').replace(tone, '').normalize('NFC')) {
    sum += widths.get(letter) ?? widths.get(letter.normalize('NFD').replace(mark, '')) ?? 556;
  }
  return sum;
}

/**
 * The narrowest width, in points, in which the text still breaks into as few lines as in `available` points; a little
 * wider where that keeps a number ("Ấp Mẫu 3", "tháng 11") on the line of its word.
 */
export function evenWidth(text: string, size: number, available: number): number {
  const words = measured(text);
  const lines = broken(words, size, available).length;
  let narrowest: number | undefined;
  for (let width = available / lines; width <= available; width += 2) {
    const tried = broken(words, size, width);
    if (tried.length > lines) continue;
    narrowest ??= width;
    if (!tried.slice(1).some((line) => /^[\d…]/.test(line))) return width;
  }
  return narrowest ?? available;
}

/** The lines into which a word processor breaks a bold text in a given width (points). */
export function linesOf(text: string, size: number, available: number): string[] {
  return broken(measured(text), size, available);
}

interface Word {
  text: string;
  /** In thousandths of the size. */
  width: number;
}

/** Measured once, since `evenWidth` breaks the same words in many widths. */
const measured = (text: string): Word[] =>
  text.split(' ').map((word) => ({ text: word, width: thousandths(word) }));

const space = thousandths(' ');

function broken(words: readonly Word[], size: number, available: number): string[] {
  const lines: Word[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last && { text: `${last.text} ${word.text}`, width: last.width + space + word.width };
    if (longer && inPoints(longer.width, size) <= available) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => line.text);
}
