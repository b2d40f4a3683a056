import * as z from 'zod/mini';
import * as words from '../words.ts';

/** A number as Vietnam writes it, "0,5", "1.000" or "1.234,5"; undefined when it is none. Dots between groups of three are of thousands. */
export function readDecimal(text: string): number | undefined {
  const typed = text.trim();
  const plain = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(typed) ? typed.replaceAll('.', '') : typed;
  const number = plain.replace(',', '.');
  return /^\d{1,12}(\.\d{1,9})?$/.test(number) ? Number(number) : undefined;
}

/** The same number back: "1234,5". */
export const writeDecimal = (value: number): string => String(value).replace('.', ',');

/** A number within bounds, or nothing. */
export const optionalDecimal = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.nullish(z.union([z.number(), z.string()])),
      z.transform((value) => {
        if (typeof value === 'number') return value;
        return value?.trim() ? (readDecimal(value) ?? Number.NaN) : null;
      }),
    ),
    z.nullable(
      z
        .number(words.decimalNeeded)
        .check(z.gte(min, words.decimalBetween(min, max)), z.lte(max, words.decimalBetween(min, max))),
    ),
  );
