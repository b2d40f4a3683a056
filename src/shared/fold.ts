/**
 * Vietnamese text as people type it and as lists sort it. Names are stored in NFC; search compares the folded
 * form, in which "nguyen van dung" finds "Nguyễn Văn Dũng" and both "Hòa" and "Hoà" are "hoa" (P13, B7).
 */

// Characters that are not seen but change a comparison: zero-width, bidirectional controls, soft hyphen, controls.
// oxlint-disable-next-line no-control-regex
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

// By hand: phones of 2022 do not know String.prototype.toWellFormed (Chrome 111).
const loneSurrogate = /\p{Surrogate}/gu;

/** One line of text as we store it: NFC, no invisible characters, single blanks, trimmed. Lone surrogates become U+FFFD. */
export function cleanLine(text: string): string {
  return text
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Several lines of text as we store them: like `cleanLine`, line breaks kept. */
export function cleanText(text: string): string {
  return text
    .replace(loneSurrogate, '\ufffd')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The form in which text is searched and compared: no diacritics, đ as d, lower case, single blanks. Other scripts (Khmer) keep their marks. */
export function fold(text: string): string {
  // Codes, phone numbers and what was typed without accents: nothing to take apart.
  if (/^[ -~]*$/.test(text)) return text.replace(/ +/g, ' ').trim().toLowerCase();
  return cleanLine(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC');
}

// Vietnamese alphabetical order as one plain character per letter, then per tone, so that the database can compare
// bytes (collate "C") and give the same order on every server.
const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * A key whose byte order is Vietnamese dictionary order: letters first (a ă â b c d đ …), tones only to break a tie
 * (ngang, huyền, hỏi, ngã, sắc, nặng), word by word.
 */
export function sortKey(text: string): string {
  const words = cleanLine(text).toLowerCase().split(' ');
  const keys = words.map(keyOfWord);
  const base = keys.map((key) => key.letters).join(' ');
  const tie = keys.map((key) => key.tone).join('');
  // Two blanks end the letters: lower than anything that may follow, so that the shorter name comes first (An, An Lê, Anh).
  return `${base}  ${tie}`;
}

/** The key of a list sorted by given name (the last word), as Vietnamese lists are; then by the rest of the name. */
export function nameSortKey(fullName: string): string {
  const words = cleanLine(fullName).split(' ');
  const given = words.at(-1) ?? '';
  return sortKey([given, ...words.slice(0, -1)].join(' '));
}

// Names are made of few words: a phone that sorts a hamlet works each out once.
const wordKeys = new Map<string, { letters: string; tone: number }>();

function keyOfWord(word: string): { letters: string; tone: number } {
  const known = wordKeys.get(word);
  if (known) return known;
  if (wordKeys.size >= 5000) wordKeys.clear();
  const key = { letters: [...withoutTone(word)].map(letterCode).join(''), tone: tones.indexOf(toneOf(word)) };
  wordKeys.set(word, key);
  return key;
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}

function toneOf(word: string): string {
  return toneMark.exec(word.normalize('NFD'))?.[0] ?? '';
}

function letterCode(letter: string): string {
  const index = letters.indexOf(letter);
  if (index >= 0) return String.fromCharCode(0x61 + Math.floor(index / 2)) + (index % 2 === 0 ? '0' : '1');
  return /\d/.test(letter) ? letter : `~${letter}`;
}
