import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '#tests/test-database.ts';
import { PreparingClient } from './preparing-client.server.ts';

const database = testDatabase();
let client: pg.Client;
beforeAll(async () => {
  client = new PreparingClient({ connectionString: database.connectionString() });
  await client.connect();
});
afterAll(() => client.end());

const kept = async () => {
  const { rows } = await client.query<{ statement: string }>('select statement from pg_prepared_statements');
  return rows.map((row) => row.statement);
};

it('prepares what is asked again, and gives the same answers', async () => {
  const ask = async (value: number) =>
    (await client.query<{ twice: number }>('select $1::int * 2 as twice', [value])).rows[0]?.twice;
  expect([await ask(1), await kept()]).toEqual([2, []]);
  expect([await ask(2), await ask(3)]).toEqual([4, 6]);
  expect(await kept()).toEqual(['select $1::int * 2 as twice']);
});

it('goes on after an error, in the same words too', async () => {
  const divide = (by: number) => client.query<{ n: number }>('select 10 / $1::int as n', [by]);
  for (let nth = 0; nth < 3; nth += 1) await expect(divide(0)).rejects.toThrow('division by zero');
  expect((await divide(5)).rows).toEqual([{ n: 2 }]);
});

it('plans a long list for what it is each time, unless the statement asks to be prepared', async () => {
  const ask = (text: string, ids: number[]) => client.query<{ n: number }>(text, [ids]);
  const text = 'select cardinality($1::int[]) as n';
  const long = Array.from({ length: 1000 }, (_, nth) => nth);
  for (let nth = 0; nth < 2; nth += 1) expect((await ask(text, long)).rows).toEqual([{ n: 1000 }]);
  expect(await kept()).not.toContain(text);
  for (let nth = 0; nth < 2; nth += 1) await ask(text, [1, 2, 3]);
  expect(await kept()).toContain(text);
  expect((await ask(text, long)).rows).toEqual([{ n: 1000 }]);
  await ask(`/* prepared */ ${text}`, long);
  expect(await kept()).toContain(`/* prepared */ ${text}`);
});

it('keeps neither what has no values, nor bulk, nor more than a bounded number', async () => {
  const before = await kept();
  const bulk = `select ${Array.from({ length: 2000 }, () => '$1::int').join(' + ')} as n`;
  for (let nth = 0; nth < 2; nth += 1) {
    await client.query('select 1');
    await client.query(bulk, [1]);
  }
  expect(await kept()).toEqual(before);
  for (let nth = 0; nth < 450; nth += 1)
    for (let time = 0; time < 2; time += 1) await client.query(`select $1::int + ${nth} as n`, [time]);
  expect((await kept()).length).toBe(400);
});
