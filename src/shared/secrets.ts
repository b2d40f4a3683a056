import { normalPhone } from './fields.ts';
import { fold } from './fold.ts';

/** What a free text seems to give away: a password, a one-time code, or the number of a paper or a bank account. */
export type Secret = 'password' | 'one_time_code' | 'number';

// Days and amounts of money are long runs of digits too, and harmless.
const days = /(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d)/g;
const money = /\d{1,3}(?:\.\d{3})+\s*(?:d|dong|vnd)(?![a-z])/g;
// Without its "+", 84 is taken for Việt Nam only before a mobile number: "842…" of twelve digits may be an identity number.
const phones = /(?<!\d)(?:(?:\+84[ .-]?|0)\d(?:[ .-]?\d){8,9}|84[ .-]?\d(?:[ .-]?\d){8})(?!\d)/g;
const realPhone = /^0(?:[35789]\d{8}|2\d{9})$/;
const oneTimeCode = /\b(?:otp|ma xac thuc|ma xac nhan|ma kich hoat)\b\D{0,20}\d(?:[ .-]?\d){3,7}(?!\d)/;
const password =
  /\b(?:mat khau|password|pass|mk|ma pin)\b(?:(?:\s+[a-z]+){0,3}\s*[:=]|\s*(?:cu|moi)?\s*(?:la\b|-)?)\s*(?=\S*\d)\S{4,}/;
const longNumber = /\d(?:[ .-]?\d){8,}/;

/**
 * Finds what must never be written down (R106, domain/05 §4.2): "mật khẩu …" or "mã OTP …" followed by it, and nine
 * digits or more in a row that are no phone number, day or amount of money (identity numbers have 9 or 12, accounts 8 to 19).
 * A guard against habit, not a proof: a secret spelt out in words passes.
 */
export function secretIn(text: string): Secret | null {
  const plain = fold(text)
    .replace(days, ' … ')
    .replace(money, ' … ')
    .replace(phones, (run) => (realPhone.test(normalPhone(run)) ? ' … ' : run));
  if (oneTimeCode.test(plain)) return 'one_time_code';
  if (password.test(plain)) return 'password';
  return longNumber.test(plain) ? 'number' : null;
}
