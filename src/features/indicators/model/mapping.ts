import * as z from 'zod/mini';
import { addDays, type Day } from '#shared/calendar.ts';
import { day, id, line, optionalDay, optionalLine } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { chooseOne, needed } from '#shared/words.ts';
import * as words from '../mapping-words.ts';
import { optionalDecimal } from './decimal.ts';

/** `table`: codes and values. `dhis2`: also what a DHIS2 takes at /api/dataValueSets. */
export const systemShapes = ['table', 'dhis2'] as const;
export type SystemShape = (typeof systemShapes)[number];

/** Another system that takes our figures under codes of its own. */
export interface ReportingSystem {
  id: Id;
  name: string;
  shape: SystemShape;
  /** What it calls this commune, and the form that is filled. DHIS2 needs both. */
  orgUnit: string | null;
  dataSet: string | null;
}

/** What a system calls one of our indicators, for a span of days. */
export interface Mapping {
  indicatorCode: string;
  /** null: decided not to be sent there. */
  theirCode: string | null;
  theirName: string | null;
  theirUnit: string | null;
  /** Our value times this is theirs. */
  factor: number;
  validFrom: Day;
  /** The last day; null: until further notice. */
  validTo: Day | null;
}

/** Begins with a letter or digit, so that no spreadsheet takes it for a formula and it leaves as it was written. */
const codeOf = (max: number) =>
  z.pipe(
    optionalLine(max),
    z.nullable(z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} .:_/()-]*$/u, words.codeShape))),
  );

const System = {
  name: line(100),
  shape: z._default(z.enum(systemShapes, chooseOne), 'table'),
  orgUnit: codeOf(60),
  dataSet: codeOf(60),
};
export const NewSystem = z.object(System);
export const SystemChange = z.object({ systemId: id, ...System });

const decisions = ['yes', 'no'] as const;

/** One row, as a form or a file tells it; a given day is when it begins. */
export const MappingRow = z.object({
  indicatorCode: line(30),
  sent: z._default(z.enum(decisions, chooseOne), 'yes'),
  theirCode: codeOf(60),
  theirName: optionalLine(200),
  theirUnit: optionalLine(30),
  factor: optionalDecimal(0.000001, 1_000_000),
  validFrom: day,
  validTo: optionalDay,
});
export const MappingKept = z.extend(MappingRow, { systemId: id });
export const MappingRemoved = z.object({ systemId: id, indicatorCode: line(30), validFrom: day });

/** The row as it is kept. Throws `input.invalid` for a code that is to be sent and is not told, and for an end before its beginning. */
export function mappingOf({ sent, factor, ...row }: z.infer<typeof MappingRow>): Mapping {
  const fields: Record<string, string> = {};
  if (sent === 'yes' && row.theirCode === null) fields['theirCode'] = needed;
  if (row.validTo !== null && row.validTo < row.validFrom) fields['validTo'] = words.endsBefore;
  if (Object.keys(fields).length > 0) throw new Problem('input.invalid', { fields });
  return { ...row, factor: factor ?? 1, theirCode: sent === 'yes' ? row.theirCode : null };
}

export const sameRow = (one: Mapping, other: Mapping): boolean =>
  one.indicatorCode === other.indicatorCode && one.validFrom === other.validFrom;

/** What a given row cannot stand with. */
export interface Clash {
  given: Mapping;
  field: 'indicatorCode' | 'theirCode' | 'validFrom';
  message: string;
}

/**
 * The rows of a system with the given ones in it: of one indicator and one first day the given one stands; a row without an end
 * ends where the next of its indicator begins. Clashes: an unknown indicator, the same row twice, rows of one indicator that
 * overlap, one of their codes for two indicators at once (their figure would be whichever came last).
 */
export function withGiven(
  standing: readonly Mapping[],
  given: readonly Mapping[],
  known: ReadonlySet<string>,
): { rows: Mapping[]; clashes: Clash[] } {
  const clashes: Clash[] = [];
  for (const [index, row] of given.entries()) {
    if (!known.has(row.indicatorCode))
      clashes.push({
        given: row,
        field: 'indicatorCode',
        message: words.unknownIndicator(row.indicatorCode),
      });
    if (given.slice(0, index).some((other) => sameRow(other, row)))
      clashes.push({ given: row, field: 'indicatorCode', message: words.rowTwice(row) });
  }
  const all = [...standing.filter((row) => !given.some((one) => sameRow(one, row))), ...given].sort(
    (one, other) => order(one.indicatorCode, other.indicatorCode) || order(one.validFrom, other.validFrom),
  );
  const rows = all.map((row, index): Mapping => {
    const next = all.slice(index + 1).find((one) => one.indicatorCode === row.indicatorCode);
    return next && row.validTo === null && next.validFrom > row.validFrom
      ? { ...row, validTo: addDays(next.validFrom, -1) }
      : row;
  });
  const givenAs = (row: Mapping) => given.find((one) => sameRow(one, row));
  for (const [index, row] of rows.entries())
    for (const later of rows.slice(index + 1)) {
      if (!overlap(row, later) || sameRow(row, later)) continue;
      const blamed = givenAs(later) ?? givenAs(row);
      if (blamed === undefined) continue;
      const other = blamed === givenAs(later) ? row : later;
      if (row.indicatorCode === later.indicatorCode)
        clashes.push({ given: blamed, field: 'validFrom', message: words.overlaps(other) });
      else if (row.theirCode !== null && row.theirCode === later.theirCode)
        clashes.push({ given: blamed, field: 'theirCode', message: words.codeOfTwo(row.theirCode, other) });
    }
  return { rows, clashes };
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const overlap = (one: Mapping, other: Mapping) =>
  (one.validTo === null || other.validFrom <= one.validTo) &&
  (other.validTo === null || one.validFrom <= other.validTo);
