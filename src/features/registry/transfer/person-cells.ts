import { normalPhone } from '#shared/fields.ts';
import { fold } from '#shared/fold.ts';
import type { Relation, Sex } from '../model.ts';
import type { StatedPoverty, StatedResidence, WarningCode } from './parsed-list.ts';

/** What a cell says, and what is wrong with it. */
export interface Reading<T> {
  value: T;
  problem: WarningCode | null;
}

const fine = <T>(value: T): Reading<T> => ({ value, problem: null });

/** A reader that remembers its answers: a list says "thường trú" fifty thousand times. */
function remembering<T>(reader: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = reader(text);
    if (answers.size < 500) answers.set(text, answer);
    return answer;
  };
}

/**
 * A phone as ten digits from 0 (eleven of a landline), the first one of several in a cell. A lost leading zero comes
 * back, +84 and the eleven-digit numbers of before 2018 are renumbered (domain/06 §6.5, B13); anything else stays out.
 */
export function readPhone(text: string): Reading<string | null> {
  if (!/\d/.test(text)) return fine(null);
  const numbers = text
    .split(/[/;,|]|\s-\s|(?<=\d{9})\s+(?=\d{9})| hoặc | và /u)
    .filter((part) => /\d/.test(part));
  const phones = numbers.map(onePhone).filter((phone) => phone !== null);
  const [first = null] = phones;
  if (first === null) return { value: null, problem: 'phone_not_understood' };
  return { value: first, problem: numbers.length > 1 ? 'phone_several' : null };
}

function onePhone(text: string): string | null {
  const typed = text.replace(/^[^\d+]+/, '').replace(/[^\d]+$/, '');
  for (const candidate of [typed, `0${typed}`]) {
    const phone = normalPhone(candidate);
    // A number of one digit only is a filler.
    if (/^(?:0[35789]\d{8}|02\d{9})$/.test(phone) && !/^0(\d)\1+$/.test(phone)) return phone;
  }
  return null;
}

export const readSex = remembering((text: string): Reading<Sex | null> => {
  const folded = fold(text);
  if (folded === '' || folded === '-') return fine(null);
  if (/^(?:nam|male|m|trai)$/.test(folded)) return fine('male');
  if (/^(?:nu|female|f|gai)$/.test(folded)) return fine('female');
  return { value: null, problem: 'sex_not_understood' };
});

const relations: readonly (readonly [Relation, RegExp])[] = [
  ['head', /^(?:là )?(?:chủ hộ|chủ|chu ho|chu)(?: mới)?$/u],
  ['spouse', /^(?:vợ|chồng|vo|chong)(?: chủ hộ)?$/u],
  ['child', /^con(?: |$)/u],
  ['grandchild', /^(?:cháu|chau)(?: |$)/u],
  ['parent', /^(?:cha|bố|bo|mẹ|me|má|ba|tía|thân (?:phụ|mẫu))(?: |$)/u],
  ['grandparent', /^(?:ông|bà|ong)(?: |$)/u],
  ['sibling', /^(?:anh|chị|chi|em)(?: |$)/u],
];

/** The relation to the head as one of ours; what fits none is 'other' and keeps its text. Tones matter: "ba" is a father, "bà" a grandmother. */
export const readRelation = remembering((text: string): Relation => {
  const plain = text
    .toLocaleLowerCase('vi')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  return relations.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
});

/** Kinds of residence: thường trú, tạm trú, lưu trú, tạm vắng; away counts more than where somebody is registered. */
export const readResidence = remembering((text: string): Reading<StatedResidence | null> => {
  const folded = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (folded === '') return fine(null);
  if (/\bvang\b|^tv$/.test(folded)) return fine('absent');
  if (/\btam tru\b|^kt[34]$/.test(folded)) return fine('temporary');
  if (/\bluu tru\b/.test(folded)) return fine('lodging');
  if (/\bthuong tru\b|^kt[12]$/.test(folded)) return fine('permanent');
  return { value: null, problem: 'residence_not_understood' };
});

/** A cell that is ticked (x, v, có, 1, ✓), crossed out (không, 0) or says nothing. */
export function readMark(text: string): Reading<boolean | null> {
  const folded = fold(text);
  if (folded === '') return fine(null);
  if (/^(?:x+|v|co|1|yes|y|true|dung|[✓✔☑☒✗✘×+])$/u.test(folded)) return fine(true);
  if (/^(?:khong|ko|k|0|no|n|false|[-–—])$/u.test(folded)) return fine(false);
  return { value: null, problem: 'mark_not_understood' };
}

/** How many phones of a kind a household has, or a mark: more than none is yes. */
export function readSmartphone(text: string): Reading<boolean | null> {
  return /^\d{1,2}$/.test(text) ? fine(Number(text) > 0) : readMark(text);
}

/** A cell of the one column "Hộ nghèo/cận nghèo". Empty means neither, as such lists are kept. */
export const readPoverty = remembering((text: string): Reading<StatedPoverty | null> => {
  const folded = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (folded === '' || /^(?:khong|ko|k|0)\b/.test(folded)) return fine('none');
  if (/thoat ngheo/.test(folded)) return fine('escaped_poverty');
  if (/can ngheo|^(?:h ?)?cn$/.test(folded)) return fine('near_poor');
  if (/\bngheo\b|^hn$/.test(folded)) return fine('poor');
  if (/trung binh|\bkha\b|\bgiau\b|binh thuong/.test(folded)) return fine('none');
  return { value: null, problem: 'mark_not_understood' };
});

/** Members of a household as stated, 1 to 50. */
export function readSize(text: string): Reading<number | null> {
  if (text === '' || text === '-') return fine(null);
  const number = Number(/^(\d{1,3})(?:[.,]0+)?(?: ?(?:người|khẩu|nk))?$/iu.exec(text)?.[1] ?? Number.NaN);
  return number >= 1 && number <= 50 ? fine(number) : { value: null, problem: 'size_not_understood' };
}
