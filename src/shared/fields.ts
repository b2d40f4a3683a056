import * as z from 'zod/mini';
import { isDay, isMonth } from './calendar.ts';
import { cleanLine, cleanText } from './fold.ts';
import { isId } from './ids.ts';
import * as words from './words.ts';

/** The building bricks of every input schema: each cleans what came in and says in Vietnamese what to do when it is wrong. */

/** One line of text, cleaned, 1 to `max` characters. */
export const line = (max = 200) =>
  z.pipe(
    z.pipe(z.string(words.needed), z.transform(cleanLine)),
    z.string().check(z.minLength(1, words.needed), z.maxLength(max, words.tooLong(max))),
  );

/** One line of text or nothing: an empty field is null. */
export const optionalLine = (max = 200) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => cleanLine(text ?? '') || null),
    ),
    z.nullable(z.string().check(z.maxLength(max, words.tooLong(max)))),
  );

/** Several lines of text or nothing. */
export const optionalText = (max = 2000) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => cleanText(text ?? '') || null),
    ),
    z.nullable(z.string().check(z.maxLength(max, words.tooLong(max)))),
  );

/** An id of a row. */
export const id = z.string(words.chooseOne).check(z.refine(isId, words.chooseOne));

/** An id or nothing: an empty choice is null. */
export const optionalId = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => text || null),
  ),
  z.nullable(id),
);

/** A day, as 'YYYY-MM-DD' or typed as dd/mm/yyyy. */
export const day = z.pipe(
  z.pipe(z.string(words.dayNeeded), z.transform(typedDay)),
  z.string().check(z.refine(isDay, words.dayWrong)),
);

/** A day or nothing. */
export const optionalDay = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => (text?.trim() ? typedDay(text) : null)),
  ),
  z.nullable(z.string().check(z.refine(isDay, words.dayWrong))),
);

export const month = z.string(words.monthNeeded).check(z.refine(isMonth, words.monthNeeded));

/** A whole number within bounds, typed or not (dots of thousands allowed). */
export const count = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.union([z.number(), z.string()], words.numberNeeded),
      z.transform((value) => (typeof value === 'string' ? typedNumber(value) : value)),
    ),
    z
      .number(words.numberNeeded)
      .check(
        z.int(words.numberNeeded),
        z.gte(min, words.between(min, max)),
        z.lte(max, words.between(min, max)),
      ),
  );

export const optionalCount = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.nullish(z.union([z.number(), z.string()])),
      z.transform((value) => (value === '' || value === undefined ? null : value)),
    ),
    z.nullable(count(min, max)),
  );

/** Yes or not; a form sends 'yes' or 'no'. */
export const yes = z.pipe(
  z.union([z.boolean(), z.string()]),
  z.transform((value) => value === true || value === 'yes'),
);

/** A Vietnamese phone number as ten digits from 0 (B13), or nothing. */
export const optionalPhone = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => (text?.trim() ? normalPhone(text) : null)),
  ),
  z.nullable(z.string().check(z.regex(/^0[2-9]\d{8,9}$/, words.phoneWrong))),
);

/** Digits of a phone number in the national form: +84 becomes 0, blanks, dots and dashes go, 11-digit mobile numbers of before 2018 get their new prefix (domain/06 §6.5). */
export function normalPhone(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s.()-]/g, '')
    .replace(/^(\+|00)?84(?=\d{9,10}$)/, '0');
  const renewed = /^0(1\d\d)(\d{7})$/.exec(digits);
  const prefix = renewed ? renewedPrefixes[renewed[1] ?? ''] : undefined;
  return prefix ? `${prefix}${renewed?.[2] ?? ''}` : digits;
}

const renewedPrefixes: Record<string, string> = {
  '120': '070',
  '121': '079',
  '122': '077',
  '126': '076',
  '128': '078',
  '123': '083',
  '124': '084',
  '125': '085',
  '127': '081',
  '129': '082',
  '162': '032',
  '163': '033',
  '164': '034',
  '165': '035',
  '166': '036',
  '167': '037',
  '168': '038',
  '169': '039',
  '186': '056',
  '188': '058',
  '199': '059',
};

function typedDay(text: string): string {
  const typed = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!typed) return text.trim();
  return `${typed[3]}-${(typed[2] ?? '').padStart(2, '0')}-${(typed[1] ?? '').padStart(2, '0')}`;
}

function typedNumber(text: string): number {
  const plain = text.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}
