import { isDay, type Day } from '#shared/calendar.ts';
import { cleanLine, fold } from '#shared/fold.ts';
import { secretIn } from '#shared/secrets.ts';
import type { Birth, Sex } from '../model.ts';
import { tidyName } from '../transfer/person-name.ts';

/** What we take from a citizen card; its numbers and the text of its QR are never stored (domain/05 §4.2). */
export interface CardPerson {
  fullName: string;
  birth: Birth;
  sex: Sex | null;
  address: string | null;
}

// More than any card holds: a QR of the largest kind carries 2,953 bytes.
const longestText = 3000;
const name = /^\p{L}[\p{L}\p{M}'’ .-]*$/u;
// No signs of mathematics or markup: an address is words, numbers and punctuation.
const address = /^[\p{L}\p{M}\p{P}0-9 +°]*$/u;
const sexes = new Map<string, Sex | null>([
  ['nam', 'male'],
  ['nu', 'female'],
  ['', null],
]);

/**
 * The person of the QR of a citizen card: number|old number|name|birth ddmmyyyy|sex|address|day of issue, with or without
 * the old number, and with whatever a card of 2024 appends (domain/06 §6.1). The number only proves that the text is a card's:
 * its sex, century and year must be those written beside it. It leaves no trace in the answer. Null: no card, or a damaged one.
 */
export function readCitizenCard(text: string, today: Day): CardPerson | null {
  if (text.length > longestText) return null;
  const whole = text.trim();
  if (/\p{Cc}/u.test(whole)) return null;
  const fields = whole.split('|').map(cleanLine);
  if (fields.length < 6) return null;
  const [number = '', second = ''] = fields;
  const old = /^(\d{9})?$/.test(second) ? second : null;
  const [fullName = '', born = '', sexWord = '', place = '', issued = ''] = fields.slice(
    old === null ? 1 : 2,
  );
  const birth = readDay(born);
  const sex = sexes.get(fold(sexWord));
  if (birth === null || birth > today || sex === undefined) return null;
  if (issued !== '' && readDay(issued) === null) return null;
  if (!numberFits(number, birth, sex)) return null;
  if (fullName.length > 120 || !name.test(fullName)) return null;
  if (place.length > 200 || !address.test(place)) return null;
  if (secretIn(place) !== null || [number, old].some((one) => one && digits(place).includes(one)))
    return null;
  return {
    fullName: tidyName(fullName),
    birth: { date: birth, precision: 'day' },
    sex,
    address: place || null,
  };
}

/** 'ddmmyyyy' as a day; null when the calendar has none such. */
function readDay(text: string): Day | null {
  const day = /^\d{8}$/.test(text) ? `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}` : '';
  return isDay(day) ? day : null;
}

/**
 * PPP G YY NNNNNN (TT 59/2021/TT-BCA Điều 4): place of the birth's registration, century and sex (0 a boy and 1 a girl of the
 * 1900s, 2 and 3 of the 2000s …), year. Any place: abroad has codes of its own, and those since July 2025 are not known for sure.
 */
function numberFits(number: string, birth: Day, sex: Sex | null): boolean {
  if (!/^\d{12}$/.test(number) || number.startsWith('000')) return false;
  const kind = Number(number[3]);
  const year = 1900 + 100 * Math.floor(kind / 2) + Number(number.slice(4, 6));
  const sexOfNumber: Sex = kind % 2 === 0 ? 'male' : 'female';
  return year === Number(birth.slice(0, 4)) && (sex === null || sex === sexOfNumber);
}

/** The digits of a text, however they are set apart. */
function digits(text: string): string {
  return text.replace(/\D/g, '');
}
