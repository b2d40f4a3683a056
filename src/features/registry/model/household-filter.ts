import * as z from 'zod/mini';
import { id, optionalId, optionalLine } from '#shared/fields.ts';
import { isId, type Id } from '#shared/ids.ts';
import { householdStates, povertyClasses, priorityReasons } from '../model.ts';
import * as words from '../words.ts';

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text || null),
    ),
    z.nullable(z.enum(values, words.chooseOne)),
  );

/** What a list of households may be narrowed by; everything may be left out. Made to be read from a page's address. */
export const HouseholdFilter = z.object({
  /** Names, phones, code, address; with or without diacritics. */
  text: optionalLine(100),
  hamletId: optionalId,
  groupName: optionalLine(60),
  state: oneOf(householdStates),
  /** 'vulnerable' is restricted. */
  priority: oneOf(priorityReasons),
  /** Restricted. */
  poverty: oneOf(povertyClasses),
  /** A member's id, or 'none': nobody was named. */
  responsible: z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text || null),
    ),
    z.nullable(z.union([z.literal('none'), id], words.chooseOne)),
  ),
  sort: z._default(z.enum(['head', 'address'], words.chooseOne), 'head'),
  /** Of an earlier answer: `next` or `previous`. */
  cursor: optionalLine(600),
});
export type HouseholdFilter = z.output<typeof HouseholdFilter>;
/** What may be left out when a filter is written in code. */
export type HouseholdFilterInput = Partial<HouseholdFilter>;

/** True when the filter tells who is poor or vulnerable. */
export function isRestricted(filter: HouseholdFilterInput): boolean {
  return filter.priority === 'vulnerable' || (filter.poverty ?? null) !== null;
}

/** Where a page of a keyset list begins: after (or before) this row. */
export interface Cursor {
  direction: 'after' | 'before';
  key: string;
  id: Id;
}

export function writeCursor(cursor: Cursor): string {
  return `${cursor.direction === 'after' ? 'a' : 'b'}${cursor.id}${cursor.key}`;
}

/** Null when the text is no cursor: the list then begins at its beginning. */
export function readCursor(text: string | null | undefined): Cursor | null {
  const parts = /^([ab])([0-9a-f-]{36})(.*)$/s.exec(text ?? '');
  if (!parts || !isId(parts[2] ?? '')) return null;
  return { direction: parts[1] === 'a' ? 'after' : 'before', id: parts[2] ?? '', key: parts[3] ?? '' };
}
