import * as z from 'zod/mini';
import { id, optionalCount, optionalLine, optionalText } from '#shared/fields.ts';
import { chooseOne, needed, tooLong } from '#shared/words.ts';
import { cleanText } from '#shared/fold.ts';
import type { Day } from '#shared/calendar.ts';
import { fillersOf, titleIn, type ReportTemplate, type TemplateSection } from './template.ts';
import type { PeriodKey } from './span.ts';

/** What a unit is asked for, by value: texts of sections, and figures of rows that the product does not count. */
export interface AskedOfUnit {
  sections: { code: string; title: string; prompt: string }[];
  parts: { code: string; title: string; rows: AskedRow[] }[];
}
export interface AskedRow {
  code: string;
  title: string;
  unit: string;
  period: boolean;
  cumulative: boolean;
}

/** What was given for a row; null: not known, printed as "—". */
export type GivenFigures = Record<string, { period: number | null; cumulative: number | null }>;

/** A part of figures in the commune's report that a unit gives. */
export interface FilledPart {
  code: string;
  title: string;
  unit: string;
  /** Null: it has not sent them; then they are named as missing and never estimated. */
  sentOn: Day | null;
  rows: (AskedRow & { values: { period: number | null; cumulative: number | null } })[];
}

/** Each unit that the forms of the commune's report give something to, with what it is. */
export function askedOf(
  sections: readonly TemplateSection[],
  parts: ReportTemplate['parts'],
  period: PeriodKey,
): Map<string, AskedOfUnit> {
  const asked = new Map<string, AskedOfUnit>();
  const of = (unit: string): AskedOfUnit => {
    const known = asked.get(unit) ?? { sections: [], parts: [] };
    asked.set(unit, known);
    return known;
  };
  for (const top of sections)
    for (const section of top.sections.length > 0 ? top.sections : [top])
      for (const unit of fillersOf(section)) {
        const { code, title, prompt } = section;
        of(unit).sections.push({ code, title: titleIn(title, period), prompt });
      }
  for (const part of parts) {
    const { code, title, indicators } = part;
    // What the product counts itself nobody types.
    const rows = indicators
      .filter((row) => row.figure === null)
      .map((row) => ({
        code: row.code,
        title: row.title,
        unit: row.unit,
        period: row.period,
        cumulative: row.cumulative,
      }));
    if (rows.length > 0) for (const unit of fillersOf(part)) of(unit).parts.push({ code, title, rows });
  }
  return asked;
}

/** Amounts of money need thirteen digits. */
const most = 9_999_999_999_999;
const amount = optionalCount(0, most);

export const RequestInput = z.object({ requestId: id });
/** `texts.economy`, `figures.F1.period`; `send` sends it with that. */
export const FillInput = z.object({
  requestId: id,
  texts: z._default(z.record(z.string(), optionalText(6000)), {}),
  figures: z._default(
    z.record(
      z.string(),
      z.object({ period: z._default(amount, null), cumulative: z._default(amount, null) }),
    ),
    {},
  ),
  source: z._default(optionalLine(200), null),
  send: z._default(z.enum(['yes', 'no'], chooseOne), 'no'),
});
export const ReturnRequestInput = z.object({
  requestId: id,
  note: z.pipe(
    z.pipe(z.string(needed), z.transform(cleanText)),
    z.string().check(z.minLength(1, needed), z.maxLength(2000, tooLong(2000))),
  ),
});
