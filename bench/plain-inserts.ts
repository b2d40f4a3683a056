import pg from 'pg';
import { dayOf } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import type { Store } from './store.ts';

/** As many connections as the product has; the embedded database gives no more to both together. */
const mostConnections = 10;

/** The floor of visits: rows like those of `visits`, with its indexes and nothing else. */
export interface PlainInserts {
  /** So many rows in one statement, one durable commit. */
  insert(rows?: number): Promise<void>;
  end(): Promise<void>;
}

export async function plainInserts(store: Store, owner: pg.Client, clients: number): Promise<PlainInserts> {
  await owner.query('drop table if exists bench_floor; create table bench_floor (like visits including all)');
  const pool = new pg.Pool({ ...store.runtime.ownerConnection, max: Math.min(clients, mostConnections) });
  // A connection that is closed with its server while idle would end the process.
  pool.on('error', () => {});
  const ids = {
    commune: '30658',
    household: newId(new Date()),
    hamlet: newId(new Date()),
    account: newId(new Date()),
  };
  return {
    insert: async (rows = 1) => {
      const now = new Date();
      await pool.query({
        name: 'bench-floor',
        text: `insert into bench_floor (commune_id, id, household_id, hamlet_id, visited_on, visited_at, recorded_at,
                 recorded_by, form, met, met_residents, topics, void)
               select $1, one, $3, $4, $5, $6, $6, $7, 'home_visit', 'someone', '{}', '{}', false
                 from unnest($2::uuid[]) as one`,
        values: [
          ids.commune,
          Array.from({ length: rows }, () => newId(now)),
          ids.household,
          ids.hamlet,
          dayOf(now),
          now,
          ids.account,
        ],
      });
    },
    end: async () => {
      await pool.end();
      await owner.query('drop table bench_floor');
    },
  };
}
