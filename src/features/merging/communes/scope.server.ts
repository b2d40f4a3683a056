import { sql } from 'kysely';
import { opening, type Tx } from '#platform/db/database.server.ts';

/**
 * Goes over to the rows of another commune in a running transaction: what was seen before is seen no more. Row-level security is
 * never switched off, not even here: rows are read as the one commune and written as the other, one after the other.
 */
export const enter = (tx: Tx, commune: string) => sql.raw(opening({ commune })).execute(tx);

/** Rows on their way from one commune to the other stand in a table of this connection's own. */
export const onTheWay = (table: string) => sql.table(`carried_${table}`);
