import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

export interface TestDatabase {
  /** Of this file's own database: migrated, empty, gone when the file ends. Known from the first `beforeAll` on. */
  connectionString(): string;
}

/**
 * Gives a test file a database of its own, copied from the run's template. Call it at the top of the file, before
 * any `beforeAll` that uses it. Close your connections in an `afterAll`; what is left open is cut off.
 */
export function testDatabase(): TestDatabase {
  const { connectionString: server, template } = inject('databaseServer');
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  let made = false;
  beforeAll(async () => {
    await administer(server, `create database ${name} template ${template}`);
    made = true;
  });
  afterAll(async () => {
    if (made) await drop(server, name);
  });
  return {
    connectionString() {
      if (!made) throw new Error('The database of a test file exists from its first beforeAll on.');
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

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
