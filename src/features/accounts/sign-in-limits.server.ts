import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#platform/db/database.server.ts';
import { Problem } from '#shared/problem.ts';
import * as words from './words.ts';

const quarterHour = 15 * 60;

/** What a failed try counts against (A6): ten per name and address, fifty per name, a hundred per address, in a quarter of an hour. */
const limits = { pair: 10, name: 50, address: 100 } as const;

/** Counts failed tries in the database, outside the transaction of the sign-in, so that a rolled-back try still counts. */
export class SignInLimits {
  readonly #limiters: Record<keyof typeof limits, RateLimiterPostgres>;

  constructor(database: Database) {
    const client = {
      query: (query: { text: string; values: unknown[] } | string, values: unknown[] = []) =>
        database.transaction('door', async (tx) => {
          const result = await tx.executeQuery(
            typeof query === 'string'
              ? CompiledQuery.raw(query, values)
              : CompiledQuery.raw(query.text, query.values),
          );
          return { rows: result.rows, rowCount: Number(result.numAffectedRows ?? result.rows.length) };
        }),
    };
    const limiter = (name: keyof typeof limits) =>
      new RateLimiterPostgres({
        storeClient: client,
        storeType: 'client',
        tableName: 'sign_in_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: limits[name],
        duration: quarterHour,
      });
    this.#limiters = { pair: limiter('pair'), name: limiter('name'), address: limiter('address') };
  }

  #keys(name: string, address: string): Record<keyof typeof limits, string> {
    return { pair: `${name}|${address}`, name, address };
  }

  /** Throws `sign_in.too_many_tries` with the seconds to wait when one of the counts is full. */
  async check(name: string, address: string): Promise<void> {
    const keys = this.#keys(name, address);
    for (const kind of ['pair', 'name', 'address'] as const) {
      const state = await this.#limiters[kind].get(keys[kind]);
      if (state && state.consumedPoints >= limits[kind] && state.msBeforeNext > 0)
        throw tooMany(state.msBeforeNext);
    }
  }

  /** Counts one failure. */
  async failed(name: string, address: string): Promise<void> {
    const keys = this.#keys(name, address);
    for (const kind of ['pair', 'name', 'address'] as const) {
      try {
        await this.#limiters[kind].consume(keys[kind]);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
      }
    }
  }

  /** A right password clears the name's own counts. */
  async succeeded(name: string, address: string): Promise<void> {
    await this.#limiters.pair.delete(this.#keys(name, address).pair);
  }
}

function tooMany(milliseconds: number): Problem {
  const seconds = Math.ceil(milliseconds / 1000);
  return new Problem('sign_in.too_many_tries', {
    message: words.tooManyTries(Math.ceil(seconds / 60)),
    retryAfter: seconds,
  });
}
