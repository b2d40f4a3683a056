import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

const ours = testDatabase();
const theirs = testDatabase();
let fillings = 0;
const filled = {
  name: 'once',
  fill: async (url: string) => {
    fillings += 1;
    await ask(url, `insert into migrations (name, applied_at) values ('of-the-filling', now())`);
  },
};
const first = testDatabase(filled);
const second = testDatabase(filled);

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

test('what is filled once is there for everybody who asks for it, each with a copy', async () => {
  const found = `select count(*)::int as n from migrations where name = 'of-the-filling'`;
  await ask(first.connectionString(), `delete from migrations where name = 'of-the-filling'`);
  expect(await ask(second.connectionString(), found)).toEqual([{ n: 1 }]);
  expect(fillings).toBe(1);
});
