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
    if (made) await administer(server, `drop database if exists ${name} with (force)`);
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

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
