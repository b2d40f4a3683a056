import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#platform/db/embedded.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { onDatabase } from './on-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one database server of this run. Test files use it through `testDatabase`. */
    databaseServer: {
      /** A role that may create databases and is no superuser, so that row-level security binds it. */
      connectionString: string;
      /** The migrated, empty database that each test file copies. */
      template: string;
    };
  }
}

/** Before all tests: one server, embedded in a temporary folder or that of `DATABASE_URL`, with a migrated template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const server = given ? { connectionString: given, stop: async () => {} } : await startTemporary();
  const template = `to_so_template_${randomBytes(6).toString('hex')}`;
  try {
    await administer(server.connectionString, `create database ${template}`);
    await migrate(onDatabase(server.connectionString, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', { connectionString: server.connectionString, template });
  return async () => {
    // The copies of test files that were killed have the template's name at the start of theirs.
    if (given) await dropAll(server.connectionString, template);
    await server.stop();
  };
}

async function startTemporary(): Promise<{ connectionString: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-test-'));
  // Root's PostgreSQL runs under another account, which must get in.
  await chmod(folder, 0o755);
  const server = await startEmbedded({
    dataFolder: join(folder, 'data'),
    log: (line) => process.stderr.write(`${line}\n`),
    quiet: true,
    walArchive: false,
    durable: false,
  });
  await administer(server.adminConnectionString, 'alter role to_so createdb');
  return {
    connectionString: server.connectionString,
    stop: async () => {
      await server.stop();
      for (const place of [server.folder, folder]) await rm(place, { recursive: true, force: true });
    },
  };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropAll(connectionString: string, template: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
