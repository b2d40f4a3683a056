import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { onDatabase } from './on-database.ts';

export interface TestDatabase {
  /** Of this file's own database: migrated, empty, gone when the file ends. Known from the first `beforeAll` on. */
  connectionString(): string;
}

/** What several test files begin with: made by the first one that asks, copied for each. */
export interface Filled {
  /** The same for the same content; of letters, digits and "_". */
  name: string;
  /** Fills a migrated, empty database, and closes its connections. */
  fill: (connectionString: string) => Promise<void>;
}

/**
 * Gives a test file a database of its own, copied from the run's template or from one that is `filled`. Call it at the top of the
 * file, before any `beforeAll` that uses it. Close your connections in an `afterAll`; what is left open is cut off.
 */
export function testDatabase(filled?: Filled): TestDatabase {
  const { connectionString: server, template } = inject('databaseServer');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  let made = false;
  beforeAll(async () => {
    const source = filled ? await filledOnce(server, template, filled) : template;
    await administer(server, copyOf(source, name));
    made = true;
  });
  afterAll(async () => {
    if (made) await drop(server, name);
  });
  return {
    connectionString() {
      if (!made) throw new Error('The database of a test file exists from its first beforeAll on.');
      return onDatabase(server, name);
    },
  };
}

/** The name of the database that is filled so; test files of other workers wait for the one that fills it. */
async function filledOnce(server: string, template: string, { name, fill }: Filled): Promise<string> {
  const source = `${template}_${name}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [source]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [source]);
    if (rowCount) return source;
    const half = `${source}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(copyOf(template, half));
    await fill(onDatabase(server, half));
    await client.query(`alter database ${half} rename to ${source}`);
    return source;
  } finally {
    await client.end();
  }
}

/** Files are copied as they are: written through the log, page by page, a copy takes several times as long. */
const copyOf = (source: string, name: string) =>
  `create database ${name} template ${source} strategy file_copy`;

/** The server's own cleaner may be in the database at that moment, and only a superuser may end it: then once more. */
async function drop(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await administer(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (tries === 40 || !(error instanceof Error && /permission denied to terminate/.test(error.message)))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
