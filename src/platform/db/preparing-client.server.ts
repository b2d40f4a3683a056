import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';

const mark = '/* prepared */';

/**
 * Stands before a long statement that is run again and again with the same text: the server then plans it once per
 * connection instead of every time. Only for statements whose text does not change with the input (lists go in as one
 * array parameter), or every connection would keep many.
 */
export const prepared = sql.raw(mark);

/** A connection that prepares the statements that ask for it, under a name made from their text. */
export class PreparingClient extends pg.Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg's own signature has a dozen overloads; all go through
  override query(...args: any[]): any {
    const [text, values, ...rest]: readonly unknown[] = args;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const send = super.query.bind(this) as (...passed: unknown[]) => unknown;
    if (typeof text !== 'string' || !text.trimStart().startsWith(mark)) return send(...args);
    const name = createHash('sha1').update(text).digest('base64url');
    return send({ name, text, values }, ...rest);
  }
}
