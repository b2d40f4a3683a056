import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#platform/config.server.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { openRuntime } from '#features/open-runtime.server.ts';
import type { Runtime } from '#features/runtime.server.ts';
import { writeDemo } from '#features/setup/demo/write-demo.server.ts';
import { demoCommune } from '../src/cli/first-start.ts';

/** A database of our own with a demo commune in it. */
export interface Store {
  runtime: Runtime;
  /** Environment with which the product starts on the same database. */
  environment: Record<string, string>;
  /** A connection of the owner, outside row-level security's scopes; the caller ends it. */
  owner(): Promise<pg.Client>;
}

/** About as many households as a hamlet of the commune has. */
const householdsOfHamlet = 625;
/** So many that eight members of different hamlets can work at once; one hamlet of the demo has no team. */
const leastHamlets = 10;

/** Makes a new database, embedded or on the server of DATABASE_URL, and fills it. */
export async function makeStore(
  kind: 'embedded' | 'postgresql',
  name: string,
  folder: string,
  households: number,
  hamlets = Math.max(leastHamlets, Math.round(households / householdsOfHamlet)),
): Promise<Store> {
  const environment: Record<string, string> =
    kind === 'embedded' ? { DATA_DIR: join(folder, name) } : { DATABASE_URL: await makeDatabase(name) };
  const runtime = await openRuntime(readConfig(environment), makeLog('silent'));
  const store: Store = {
    runtime,
    environment,
    async owner() {
      const client = new pg.Client(runtime.ownerConnection);
      await client.connect();
      return client;
    },
  };
  await writeDemo(runtime.database, {
    ...demoCommune,
    households,
    hamlets,
    now: runtime.now(),
    analyze: () => refreshStatistics(runtime.ownerConnection),
  });
  await refreshStatistics(runtime.ownerConnection);
  return store;
}

export async function withOwner<Result>(
  store: Store,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = await store.owner();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function makeDatabase(name: string): Promise<string> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
