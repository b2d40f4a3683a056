import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';

/**
 * Stands before a statement that is worth preparing the first time and however long it is: one whose planning costs more
 * than its running. Only where the text does not change with the input (lists go in as one array parameter).
 */
export const prepared = sql.raw(mark);

/** A statement that fills pages with placeholders (rows in bulk) is not asked again in the same words. */
const longest = 8_000;
/** What a connection keeps prepared: all that the product asks again and again is fewer. */
const mostPrepared = 400;
/**
 * A list longer than this is planned for each time: once for all, the server takes every list for ten entries, and then
 * walks thousands of rows one by one (measured: a hamlet's report 1.2 s, planned each time 0.3 s).
 */
const longestList = 50;
/** What it remembers having seen once. */
const mostSeen = 2_000;

/**
 * A connection that prepares what it is asked a second time: the server then parses and plans it once, not every time,
 * which is much of the cost of a command's many small statements (measured: a visit 20.5 ms, prepared 16.6 ms). A schema
 * that changes under a running product ends its prepared statements with an error; migrations run at a start.
 */
export class PreparingClient extends pg.Client {
  readonly #seen = new Set<string>();
  readonly #names = new Map<string, string>();

  // oxlint-disable-next-line typescript/no-explicit-any -- pg's own signature has a dozen overloads; all go through
  override query(...args: any[]): any {
    const [text, values, ...rest]: readonly unknown[] = args;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const send = super.query.bind(this) as (...passed: unknown[]) => unknown;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return send(...args);
    const name = isLong(values) && !isMarked(text) ? undefined : this.#nameOf(text);
    return name === undefined ? send(...args) : send({ name, text, values }, ...rest);
  }

  /** The name under which a statement is prepared; undefined for one that is not worth it, or not yet. */
  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const wanted = isMarked(text);
    if (!wanted && (text.length > longest || this.#names.size >= mostPrepared)) return undefined;
    if (!wanted && !this.#seen.has(text)) {
      if (this.#seen.size >= mostSeen) this.#seen.clear();
      this.#seen.add(text);
      return undefined;
    }
    const name = createHash('sha1').update(text).digest('base64url');
    this.#names.set(text, name);
    return name;
  }
}

const isMarked = (text: string) => text.trimStart().startsWith(mark);
const isLong = (values: readonly unknown[]) =>
  values.some((value) => Array.isArray(value) && value.length > longestList);
