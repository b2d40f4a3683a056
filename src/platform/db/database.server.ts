import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Problem } from '#shared/problem.ts';
import { communeClosed } from '#shared/words.ts';
import { PreparingClient } from './preparing-client.server.ts';
import type { Tables } from './tables.ts';

/** A transaction of one commune: row-level security shows and accepts rows of that commune only. */
export type Tx = Kysely<Tables>;

/** Whose rows a transaction may touch: a commune, or the door (signing in, when the commune is not known yet). */
export type Scope = { commune: string } | 'door';

/** What belongs to a running transaction and is forgotten with it. */
interface Running {
  beforeCommit: (() => Promise<void>)[];
  notes: Map<symbol, unknown>;
}
// The pages are built into a bundle of their own with their own copy of this module, and hand their transactions to the
// database of the running product: what waits for the end of one must be where that one looks.
const runningKey = Symbol.for('to-so.running-transactions');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one global, written here alone
const shared = globalThis as { [runningKey]?: WeakMap<Tx, Running> };
const running = (shared[runningKey] ??= new WeakMap<Tx, Running>());

function runningOf(tx: Tx): Running {
  const known = running.get(tx) ?? { beforeCommit: [], notes: new Map() };
  running.set(tx, known);
  return known;
}

/** Runs `work` in the transaction when everything else in it is done, just before it commits; never when it is rolled back. */
export function beforeCommit(tx: Tx, work: () => Promise<void>): void {
  runningOf(tx).beforeCommit.push(work);
}

/** A value that lives as long as the transaction: made at the first asking, the same at each later one. */
export function ofTransaction<Value>(tx: Tx, key: symbol, make: () => Value): Value {
  const { notes } = runningOf(tx);
  if (!notes.has(key)) notes.set(key, make());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one key, one maker
  return notes.get(key) as Value;
}

async function finish(tx: Tx): Promise<void> {
  for (const work of runningOf(tx).beforeCommit.splice(0)) await work();
  running.delete(tx);
}

export interface Database {
  /** Runs `work` in one transaction within the scope and answers after commit; any throw rolls everything back. */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// int8 counts fit a number here (a commune has thousands of rows, not 2^53); dates stay 'YYYY-MM-DD' text, not local midnights.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const communeCode = /^[0-9]{5}$/;

/**
 * The statements that open a transaction in a scope: sent as one message, so that scoping costs no round trip. Statements
 * here are many and short: a server that compiles them first (jit, on by default) only loses.
 */
export function opening(scope: Scope): string {
  if (scope === 'door')
    return `set local role to_so_app; set local to_so.commune = ''; set local to_so.door = 'open'`;
  if (!communeCode.test(scope.commune)) throw new Error('a commune code has five digits');
  return `set local role to_so_app; set local to_so.commune = '${scope.commune}'; set local to_so.door = ''; set local jit = off`;
}

/** What a write in a closed commune ends in: the database's own refusal, said to a person. */
function asProblem(error: unknown): unknown {
  const isReadOnly = typeof error === 'object' && error !== null && 'code' in error && error.code === '25006';
  return isReadOnly ? new Problem('state.conflict', { message: communeClosed }) : error;
}

/**
 * Opens the pool. Every query runs inside `transaction`; there is no other way to the rows. In a commune that is `closed` (merged
 * into another one) the database itself refuses to write: such a transaction throws `state.conflict`.
 */
export function openDatabase(
  connection: pg.PoolConfig,
  poolSize: number,
  closed: ReadonlySet<string> = new Set(),
): Database {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    application_name: 'to-so',
    Client: PreparingClient,
  });
  // A connection that the server closes while idle is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    transaction: (scope, work) =>
      kysely.connection().execute(async (tx) => {
        const mode = scope !== 'door' && closed.has(scope.commune) ? 'begin read only' : 'begin';
        await sql.raw(`${mode}; ${opening(scope)}`).execute(tx);
        try {
          const result = await work(tx);
          await finish(tx);
          await sql.raw('commit').execute(tx);
          return result;
        } catch (error) {
          await sql
            .raw('rollback')
            .execute(tx)
            .catch(() => {});
          throw asProblem(error);
        }
      }),
    close: () => kysely.destroy(),
  };
}

/** A database of a test, of which copies can be kept. */
export interface RolledBackDatabase extends Database {
  /** Keeps everything as it is now. What it gives brings that back, as often as one likes; copies kept later are gone then. */
  copy(): Promise<() => Promise<void>>;
  /** Takes back everything since it was opened; what comes next begins anew on the same, warm connection. */
  rollBack(): Promise<void>;
}

/**
 * For tests: everything happens in one outer transaction that is rolled back at the end; each `transaction` is a
 * savepoint in it, one after the other.
 */
export async function openRolledBackDatabase(connectionString: string): Promise<RolledBackDatabase> {
  const client = new PreparingClient({ connectionString });
  await client.connect();
  await client.query('begin');
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: {},
        connect: async () => Object.assign(client, { release: () => {} }),
        end: async () => {},
      },
    }),
  });
  let queue: Promise<unknown> = Promise.resolve();
  let depth = 0;
  const inside = new AsyncLocalStorage<true>();
  const run = async <T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const savepoint = `s${(depth += 1)}`;
    await client.query(`savepoint ${savepoint}; ${opening(scope)}`);
    try {
      const result = await inside.run(true, async () => {
        const done = await work(kysely);
        await finish(kysely);
        return done;
      });
      await client.query(`release savepoint ${savepoint}`);
      return result;
    } catch (error) {
      running.delete(kysely);
      // Released too: else each failure nests the rest of the test one savepoint deeper, until the locks are used up.
      await client.query(`rollback to savepoint ${savepoint}; release savepoint ${savepoint}`);
      throw error;
    }
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (inside.getStore()) throw new Error('a transaction inside a transaction: pass the ctx on instead');
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };
  return {
    transaction: async (scope, work) => inTurn(() => run(scope, work)),
    copy: async () => {
      const name = `copy${(depth += 1)}`;
      await inTurn(() => client.query(`savepoint ${name}`));
      return async () => void (await inTurn(() => client.query(`rollback to savepoint ${name}`)));
    },
    rollBack: () => inTurn(async () => void (await client.query('rollback; begin'))),
    async close() {
      await queue;
      await client.query('rollback');
      await client.end();
    },
  };
}
