import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { day, id, line } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { chooseOne } from '#shared/words.ts';
import { figureKinds, isFigureCode, type FigureCode } from '#features/reports/model/figure-codes.ts';
import * as words from '../words.ts';
import { optionalDecimal } from './decimal.ts';

/** Which value of a figure counts: what happened in the period, or since the plan's first day; of a state, at the period's end. */
export const countings = ['period', 'cumulative'] as const;
export type Counting = (typeof countings)[number];

/** What a code means for a span of days. The figures are codes of the product's reports; null: nothing measures it yet. */
export interface Indicator {
  id: Id;
  code: string;
  name: string;
  unit: string;
  numerator: FigureCode | null;
  counting: Counting;
  /** With one, the value is a share of it in percent. */
  denominator: FigureCode | null;
  /** The document that asks for it. */
  source: string;
  points: number | null;
  validFrom: Day;
  /** The last day; null: until further notice. */
  validTo: Day | null;
}

/** Figures that stand for one number of a hamlet; lượt by form are many rows. */
const figure = z.pipe(
  z.pipe(
    z.nullish(z.string()),
    z.transform((text) => text || null),
  ),
  z.nullable(
    z.custom<FigureCode>((code) => isFigureCode(code) && code !== 'contacts_by_form', words.chooseFigure),
  ),
);

const Meaning = {
  name: line(200),
  unit: line(30),
  numerator: figure,
  counting: z._default(z.enum(countings, chooseOne), 'cumulative'),
  denominator: figure,
  source: line(300),
  points: optionalDecimal(0, 1000),
  validFrom: day,
};

/** A code as the document writes it: "CT01", "XHS-2.1", "3.1.2". */
const code = z.pipe(line(30), z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, words.codeShape)));

/** `code` alone is the name of a secret in forms, and would not come back to who has to correct it. */
export const NewIndicator = z.object({ indicatorCode: code, ...Meaning });
export const IndicatorChange = z.object({ indicatorId: id, ...Meaning });
export const IndicatorEnd = z.object({ indicatorId: id, validTo: day });

/** What is wrong with a meaning as a whole; empty: nothing. A denominator alone measures nothing; a state has no "in the period". */
export function meaningProblems({
  numerator,
  denominator,
  counting,
}: Pick<Indicator, 'numerator' | 'denominator' | 'counting'>): Record<string, string> {
  if (numerator === null) return denominator === null ? {} : { numerator: words.numeratorNeeded };
  return counting === 'period' && figureKinds[numerator] === 'state'
    ? { counting: words.stateHasNoPeriod }
    : {};
}

/** True on every day of the span for which the row speaks. */
export const isValidOn = (
  { validFrom, validTo }: Pick<Indicator, 'validFrom' | 'validTo'>,
  day: Day,
): boolean => validFrom <= day && (validTo === null || day <= validTo);
