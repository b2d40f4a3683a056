import * as z from 'zod/mini';
import * as words from './words.ts';

/** An amount of money in đồng: whole, exact, never a floating-point number. */
export type Dong = bigint;

/** The largest amount that one row holds; a hundred years of a commune's budget are less. */
export const mostDong: Dong = 9_999_999_999_999n;

/** '1.234.567 đ'; below zero with a true minus. */
export function formatDong(amount: Dong): string {
  const sign = amount < 0n ? '−' : '';
  return `${sign}${plainDong(amount < 0n ? -amount : amount)} đ`;
}

/** '1.234.567', as it is typed into a field again. */
export function plainDong(amount: Dong): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The sum, exact. */
export function sumDong(amounts: Iterable<Dong>): Dong {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/**
 * The amount as a cell of a workbook or a file for machines: exact, because a sum of a commune stays far below 2^53. Throws
 * rather than round.
 */
export function dongNumber(amount: Dong): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER) || amount < -BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError('an amount of money that a number cannot hold');
  return Number(amount);
}

/** An amount typed as 1.500.000, 1500000 or 1 500 000 đ; fractions and words are refused. */
export const dong = (least: Dong, most: Dong = mostDong) =>
  z.pipe(
    z.pipe(
      z.union([z.string(), z.number(), z.bigint()], words.dongNeeded),
      z.transform((value) => typedDong(value)),
    ),
    z
      .bigint(words.dongNeeded)
      .check(
        z.gte(least, words.dongBetween(plainDong(least), plainDong(most))),
        z.lte(most, words.dongBetween(plainDong(least), plainDong(most))),
      ),
  );

function typedDong(value: string | number | bigint): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  const text = value
    .normalize('NFC')
    .trim()
    .replace(/\s*(đ|đồng|vnđ|vnd)\.?$/iu, '')
    .trim();
  // Groups of three, parted by dots or blanks, or no groups at all; "1,5" and "1.5" are no amounts.
  if (!/^(\d{1,3}([.\s]\d{3})+|\d{1,20})$/u.test(text)) return null;
  return BigInt(text.replace(/[.\s]/gu, ''));
}
