import * as z from 'zod/mini';
import { cleanLine } from '#shared/fold.ts';
import { day, id, line, optionalCount, optionalLine } from '#shared/fields.ts';
import { chooseOne, needed, tooLong } from '#shared/words.ts';
import { formWords as words } from '../form-words.ts';
import { isFigureCode, type FigureCode } from './figure-codes.ts';
import { formPlaces } from './form-edits.ts';
import { draftCodes, indicatorUnits, reportKinds, sumValues, type ReportKind } from './template.ts';

/** What the pages of forms send; an empty choice is null. */

const kind = z.enum(reportKinds, chooseOne);
const nothing = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text || null),
);
const sectionCode = z.string().check(z.regex(/^[a-z][a-z_]{0,29}$/));
const partCode = z.string(chooseOne).check(z.regex(/^[A-Z]$/, chooseOne));
const rowCode = z.string(needed).check(z.regex(/^[A-Z]\d{0,2}(\.[a-z0-9_]{1,40})?$/, words.codeShape));

/** Words that a text of a form may leave to be filled in; a section's title has {ky} only. */
export const placesOf: Record<ReportKind | 'title', readonly string[]> = {
  hamlet: ['hamlet', 'board', 'kind', 'commune', 'place', 'team', 'month', 'next'],
  office: ['commune', 'place', 'team', 'month', 'next'],
  commune: ['commune', 'place', 'team', 'month', 'next'],
  title: ['ky'],
};

/** The first place in a text that nobody can fill; null: none. */
export function unknownPlace(text: string, of: ReportKind | 'title'): string | null {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  return named.find((name) => !placesOf[of].includes(name)) ?? null;
}

const title = line(120).check(
  z.refine((text) => unknownPlace(text, 'title') === null, words.places('…', '{ky}')),
);

/** Lines typed one under the other; blank ones fall away. */
const lines = (min: number) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => (text ?? '').split('\n').map(cleanLine).filter(Boolean)),
    ),
    z
      .array(z.string().check(z.maxLength(300, tooLong(300))))
      .check(z.minLength(min, needed), z.maxLength(20, words.tooMany)),
  );

export const FormInput = z.object({ kind });

export const SectionInput = z.object({
  kind,
  code: z.pipe(nothing, z.nullable(sectionCode)),
  parent: z.pipe(nothing, z.nullable(sectionCode)),
  title,
  prompt: line(300),
  draft: z.pipe(nothing, z.nullable(z.enum(draftCodes, chooseOne))),
  filledBy: z._default(z.array(id).check(z.maxLength(20, words.tooMany)), []),
});

export const PartInput = z.object({
  kind,
  code: z.pipe(nothing, z.nullable(partCode)),
  title: line(120),
  filledBy: z._default(z.array(id).check(z.maxLength(20, words.tooMany)), []),
});

export const rowColumns = ['period', 'cumulative', 'rate'] as const;
export const RowInput = z.object({
  kind,
  part: partCode,
  was: z.pipe(nothing, z.nullable(rowCode)),
  code: rowCode,
  title: line(200),
  unit: z.enum(indicatorUnits, chooseOne),
  figure: z.pipe(nothing, z.nullable(z.custom<FigureCode>(isFigureCode, chooseOne))),
  shows: z._default(z.array(z.enum(rowColumns)), []),
  /** Whether the row is set beside the plan's target, whichever that is. */
  goal: z._default(z.enum(['yes', 'no'], chooseOne), 'no'),
});

/** "B2 rate": which value of which row a column of the commune's table holds. */
const source = z.string(chooseOne).check(
  z.refine((text) => {
    const [row = '', value = '', ...more] = text.split(' ');
    return more.length === 0 && rowCode.safeParse(row).success && sumValues.some((one) => one === value);
  }, chooseOne),
);
export const ColumnInput = z.object({
  kind: z.enum(['office', 'commune'], chooseOne),
  position: optionalCount(0, 15),
  source,
  header: line(60),
  group: optionalLine(60),
});

const documentFields = {
  name: line(120),
  subject: line(300),
  addressees: lines(0),
  opening: line(400),
  closing: line(400),
  annexTitle: line(300),
  // A hamlet's own head and foot; those of the commune's reports have dates and are kept with the official documents.
  superior: lines(0),
  issuer: lines(0),
  issuerInText: optionalLine(200),
  symbol: optionalLine(40),
  authority: lines(0),
  signerTitle: optionalLine(100),
  recipients: lines(0),
};
export const DocumentInput = z.object({ kind, ...documentFields });
export type DocumentField = keyof typeof documentFields;

export const MoveInput = z.object({
  kind,
  place: z.enum(formPlaces, chooseOne),
  code: z.string(),
  step: z.pipe(
    z.enum(['up', 'down'], chooseOne),
    z.transform((to) => (to === 'up' ? (-1 as const) : (1 as const))),
  ),
});
export const RemoveInput = z.object({ kind, place: z.enum(formPlaces, chooseOne), code: z.string() });
export const InForceInput = z.object({ kind, validFrom: day });
