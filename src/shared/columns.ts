import { addDays, daysBetween, type Day } from './calendar.ts';
import type { Id } from './ids.ts';

/**
 * Rows as columns, for the wire: ids as bytes and said once, strings said once, then referred to by their place, dates as
 * numbers. A hamlet's register is a sixth of its JSON before compression, and less than half after it.
 */
export interface Columns {
  /** All ids in the order in which they are first met: base64 of 16 bytes each. */
  ids: string;
  texts: string[];
  /** One list of plain values for each leaf of the shape, in its order; a column of one repeated value has that value once. */
  columns: unknown[][];
  count: number;
}

/** How a field travels. `each` is a list of rows, `of` a row or null. */
export type Kind<Value> =
  | ([Value] extends [string | null] ? 'id' | 'text' | 'day' : never)
  | ([Value] extends [number | boolean | null] ? 'plain' : never)
  | ([Value] extends [readonly string[]] ? 'ids' | 'texts' : never)
  | ([Value] extends [readonly (infer Row)[]] ? (Row extends object ? { each: Shape<Row> } : never) : never)
  | ([Value] extends [object | null] ? { of: Shape<NonNullable<Value>> } : never);

/** Says of every field how it travels; a field that is forgotten does not compile. */
export type Shape<Row> = { readonly [Key in keyof Row]-?: Kind<Row[Key]> };

const epoch: Day = '2000-01-01';
type Plain = Record<string, unknown>;
type AnyShape = Record<string, unknown>;

/** Writes rows as columns. */
export function toColumns<Row extends object>(rows: readonly Row[], shape: Shape<Row>): Columns {
  const ids = new Table<Id>();
  const texts = new Table<string>();
  const columns: unknown[][] = [];
  const writeRows = (given: readonly Plain[], by: AnyShape): void => {
    for (const [key, kind] of Object.entries(by)) {
      writeColumn(
        given.map((row) => row[key]),
        kind,
      );
    }
  };
  const writeColumn = (values: unknown[], kind: unknown): void => {
    if (kind === 'id') columns.push(squeezed(values.map((value) => ids.placeOf(asText(value)))));
    else if (kind === 'text') columns.push(squeezed(values.map((value) => texts.placeOf(asText(value)))));
    else if (kind === 'day') columns.push(squeezed(values.map((value) => toNumber(asText(value)))));
    else if (kind === 'plain') columns.push(squeezed(values));
    else if (kind === 'ids' || kind === 'texts') {
      const lists = values.map(asList);
      columns.push(squeezed(lists.map((list) => list.length)));
      writeColumn(lists.flat(), kind === 'ids' ? 'id' : 'text');
    } else if (isShape(kind) && isShape(kind['each'])) {
      const lists = values.map(asList);
      columns.push(squeezed(lists.map((list) => list.length)));
      writeRows(lists.flat().map(asRow), kind['each']);
    } else if (isShape(kind) && isShape(kind['of'])) {
      columns.push(squeezed(values.map((value) => (value === null ? 0 : 1))));
      writeRows(values.filter((value) => value !== null).map(asRow), kind['of']);
    }
  };
  writeRows(rows.map(asRow), shape);
  return { ids: packIds(ids.said), texts: texts.said, columns, count: rows.length };
}

/** Reads rows back; the other side has the same shape. */
export function fromColumns<Row extends object>(packed: Columns, shape: Shape<Row>): Row[] {
  const ids = new Reader(unpackIds(packed.ids));
  const texts = new Reader(packed.texts);
  let next = 0;
  const take = (count: number): unknown[] => {
    const column = packed.columns[next] ?? [];
    next += 1;
    return column.length === 1 && count !== 1 ? Array.from({ length: count }, () => column[0]) : column;
  };
  const readRows = (count: number, by: AnyShape): Plain[] => {
    const rows = Array.from({ length: count }, (): Plain => ({}));
    for (const [key, kind] of Object.entries(by)) {
      const values = readColumn(count, kind);
      rows.forEach((row, index) => {
        row[key] = values[index] ?? null;
      });
    }
    return rows;
  };
  const readColumn = (count: number, kind: unknown): unknown[] => {
    if (kind === 'id') return ids.read(take(count));
    if (kind === 'text') return texts.read(take(count));
    if (kind === 'day')
      return take(count).map((value) => (typeof value === 'number' ? dayOfNumber(value) : null));
    if (kind === 'plain') return take(count);
    const lengths = take(count).map(Number);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (kind === 'ids' || kind === 'texts')
      return cut(readColumn(total, kind === 'ids' ? 'id' : 'text'), lengths);
    if (isShape(kind) && isShape(kind['each'])) return cut(readRows(total, kind['each']), lengths);
    if (isShape(kind) && isShape(kind['of'])) {
      const rows = readRows(total, kind['of']).values();
      return lengths.map((there) => (there === 1 ? rows.next().value : null));
    }
    return [];
  };
  // The shape says what comes out.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return readRows(packed.count, shape) as Row[];
}

/** Values that are said once: 0 is "the next one that was not yet said", n the n-th that was, -1 none. */
class Table<Value> {
  readonly said: Value[] = [];
  private readonly places = new Map<Value, number>();

  placeOf(value: Value | null): number {
    if (value === null) return -1;
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.said.push(value);
    this.places.set(value, this.said.length);
    return 0;
  }
}

class Reader {
  private met = 0;
  private readonly values: readonly string[];

  constructor(values: readonly string[]) {
    this.values = values;
  }

  read(places: readonly unknown[]): (string | null)[] {
    return places.map((place) => {
      if (place === -1) return null;
      if (place === 0) this.met += 1;
      return this.values[(place === 0 ? this.met : Number(place)) - 1] ?? null;
    });
  }
}

/** A column of many equal values is said once; places of new values (0) all differ, so they never are. */
function squeezed(values: unknown[]): unknown[] {
  return values.length > 1 && values.every((value) => value === values[0]) ? [values[0]] : values;
}

function cut<Value>(values: Value[], lengths: readonly number[]): Value[][] {
  let start = 0;
  return lengths.map((length) => values.slice(start, (start += length)));
}

function packIds(ids: readonly Id[]): string {
  let bytes = '';
  for (const id of ids) {
    const plain = id.replaceAll('-', '');
    for (let at = 0; at < 32; at += 2)
      bytes += String.fromCharCode(Number.parseInt(plain.slice(at, at + 2), 16));
  }
  return btoa(bytes);
}

function unpackIds(packed: string): Id[] {
  const bytes = atob(packed);
  const ids: Id[] = [];
  for (let start = 0; start < bytes.length; start += 16) {
    const hex = (from: number, to: number) => {
      let text = '';
      for (let at = start + from; at < start + to; at += 1) text += hexOf[bytes.charCodeAt(at)];
      return text;
    };
    ids.push(`${hex(0, 4)}-${hex(4, 6)}-${hex(6, 8)}-${hex(8, 10)}-${hex(10, 16)}`);
  }
  return ids;
}

// A hamlet has some ten thousand ids, and few days: a slow phone works each byte and each day out once.
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const days = new Map<number, Day>();

function dayOfNumber(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = addDays(epoch, number);
  days.set(number, day);
  return day;
}

const toNumber = (day: string | null) => (day === null ? null : daysBetween(epoch, day));
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? [...(value as readonly unknown[])] : [];
const asRow = (value: unknown): Plain =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const isShape = (value: unknown): value is AnyShape => typeof value === 'object' && value !== null;
