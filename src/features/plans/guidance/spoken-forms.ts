/**
 * How a Vietnamese voice should say what our texts write short. Longer forms stand before the shorter ones that they
 * contain: the first that fits wins.
 */
const table: readonly (readonly [written: string, spoken: string])[] = [
  ['dichvucong.gov.vn', 'dịch vụ công, chấm gốp, chấm vi en'],
  ['binhdanhocvuso.gov.vn', 'bình dân học vụ số, chấm gốp, chấm vi en'],
  ['gov.vn', 'gốp, chấm vi en'],
  ['buudien.vn', 'bưu điện, chấm vi en'],
  ['Smart An Giang', 'xì mát An Giang'],
  ['App Store', 'áp xì to'],
  ['CH Play', 'xê hát pờ lây'],
  ['VNeID', 'vi en ai đi'],
  ['VssID', 'vi ét ét ai đi'],
  ['BHYT', 'bảo hiểm y tế'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['CCCD', 'căn cước công dân'],
  ['UBND', 'ủy ban nhân dân'],
  ['DVC', 'dịch vụ công'],
  ['OTP', 'ô tê pê'],
  ['PIN', 'pin'],
  ['NFC', 'en ép xê'],
  ['SIM', 'xim'],
  ['SMS', 'tin nhắn'],
  ['QR', 'kiu a'],
  ['Wi-Fi', 'goai phai'],
  ['Zalo', 'da lô'],
  ['4G', 'bốn giê'],
  ['5G', 'năm giê'],
  ['đ', 'đồng'],
];

const spokenOf = new Map(table);
const literal = (text: string) => text.replaceAll('.', '\\.');
// A whole word: "QR" in "mã QR," but not inside another word.
const written = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${table.map(([form]) => literal(form)).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** A text as a voice should say it: short forms in full, no marks that are read out by name. */
export function spokenForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(\d{1,2})\/(\d{1,2})\/(\d{4})/g, 'ngày $1 tháng $2 năm $3')
    .replace(/ngày ngày/g, 'ngày')
    .replace(/(\d)đ(?!\p{L})/gu, '$1 đ')
    .replace(written, (form) => spokenOf.get(form) ?? form)
    .replace(/(?<=\p{L})\/(?=\p{L})/gu, ' ')
    .replace(/[“”"]/g, '')
    .replace(/\s+[–—-]\s+/g, ', ')
    .replace(/\s*\(([^()]*)\)/g, ', $1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The pieces in which a text is said: sentences, the long ones cut at a comma. Android falls silent on long texts. */
export function spokenPieces(text: string, longest = 180): string[] {
  const sentences = spokenForm(text)
    .split(/(?<=[.!?…:;])\s+/)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return sentences.flatMap((sentence) => cut(sentence, longest));
}

function cut(sentence: string, longest: number): string[] {
  if (sentence.length <= longest) return [sentence];
  const start = sentence.slice(0, longest);
  const comma = start.lastIndexOf(', ');
  const end = comma > longest / 3 ? comma + 1 : start.lastIndexOf(' ') > 0 ? start.lastIndexOf(' ') : longest;
  return [sentence.slice(0, end).trim(), ...cut(sentence.slice(end).trim(), longest)];
}
