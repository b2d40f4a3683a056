import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

const ours = testDatabase();
const theirs = testDatabase();

async function ask(connectionString: string, question: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

test('a test file has a migrated database, and nobody else sees what it writes', async () => {
  const count = 'select count(*)::int as migrations from migrations';
  const [before] = await ask(ours.connectionString(), count);
  expect(before).toEqual({ migrations: expect.toSatisfy((n: number) => n > 0) });
  await ask(
    ours.connectionString(),
    `insert into migrations (name, applied_at) values ('of-this-test', now())`,
  );
  expect(await ask(theirs.connectionString(), count)).toEqual([before]);
});
