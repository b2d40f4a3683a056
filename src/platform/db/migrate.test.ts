import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { testDatabase } from '#tests/test-database.ts';
import { migrate } from './migrate.server.ts';

const template = testDatabase();
let owner: pg.Client;

/** The same database, in a room of its own that is empty. */
function room(name: string): pg.ClientConfig {
  return { connectionString: template.connectionString(), options: `-c search_path=${name}` };
}

beforeAll(async () => {
  const client = new pg.Client(template.connectionString());
  await client.connect();
  await client.query('create schema before');
  await client.end();
  await migrate(room('before'), '0011-sync-attention.sql');
  owner = new pg.Client(room('before'));
  await owner.connect();
});
afterAll(() => owner.end());

it('rewrites the rows of every commune, though row-level security binds the owner too', async () => {
  const [templateId, reportId, at] = [newId(new Date()), newId(new Date()), '2026-11-08T02:00:00Z'];
  const indicator = { code: 'B2', month: true, title: 'Ghi "month": như vậy' };
  const definition = { parts: [{ indicators: [indicator] }], sumColumns: [{ value: 'month' }] };
  const snapshot = {
    format: 1,
    month: '2026-10',
    figures: [{ code: 'B2', month: 5, shows: { month: true } }],
  };
  await owner.query(`select set_config('to_so.commune', '30658', false)`);
  await owner.query(
    `insert into report_templates values ('30658', $1, 'hamlet_month', 1, $2, '2026-01-01', $3)`,
    [templateId, JSON.stringify(definition), at],
  );
  await owner.query(
    `insert into reports (commune_id, id, kind, hamlet_id, month, version, template_id, state, narrative, snapshot, created_at, updated_at)
     values ('30658', $1, 'hamlet_month', $2, '2026-10', 1, $3, 'submitted', '{}', $4, $5, $5)`,
    [reportId, newId(new Date()), templateId, JSON.stringify(snapshot), at],
  );
  await owner.query(`select set_config('to_so.commune', '', false)`);
  expect((await owner.query('select id from reports')).rows).toEqual([]);

  await migrate(room('before'));

  await owner.query(`select set_config('to_so.commune', '30658', false)`);
  const { rows } = await owner.query(
    `select kind, period, starts_on::text, ends_on::text, snapshot from reports`,
  );
  expect(rows).toEqual([
    {
      kind: 'hamlet',
      period: '2026-10',
      starts_on: '2026-10-01',
      ends_on: '2026-10-31',
      snapshot: {
        format: 1,
        period: '2026-10',
        startsOn: '2026-10-01',
        endsOn: '2026-10-31',
        figures: [{ code: 'B2', period: 5, shows: { period: true } }],
      },
    },
  ]);
  const { month, ...rest } = indicator;
  const templates = await owner.query('select kind, definition from report_templates');
  expect(templates.rows).toEqual([
    {
      kind: 'hamlet',
      definition: {
        parts: [{ indicators: [{ ...rest, period: month }] }],
        sumColumns: [{ value: 'period' }],
      },
    },
  ]);
  const { rows: unlocked } = await owner.query(
    `select c.relname from pg_class c where c.relnamespace = 'before'::regnamespace and c.relkind = 'r'
        and c.relrowsecurity and not c.relforcerowsecurity
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune_id')`,
  );
  expect(unlocked).toEqual([]);
});

it('makes the units that filled parts of reports the units of the commune, locked as they were (decision 20)', async () => {
  const client = new pg.Client(template.connectionString());
  await client.connect();
  await client.query('create schema units_before');
  await client.end();
  await migrate(room('units_before'), '0046');
  const here = new pg.Client(room('units_before'));
  await here.connect();
  try {
    const at = '2026-08-31T18:30:00Z';
    const names = ['Phòng Kinh tế', 'Đoàn xã', 'Trường Tiểu học A', 'Trạm Y tế xã', 'Ban Quản lý chợ'];
    await here.query(`select set_config('to_so.commune', '30658', false)`);
    for (const [index, name] of names.entries())
      await here.query(
        `insert into report_units (commune_id, id, name, added_at, ended_at) values ('30658', $1, $2, $3, $4)`,
        [newId(new Date()), name, at, index === 4 ? '2026-10-02T02:00:00Z' : null],
      );
    await migrate(room('units_before'));
    const { rows } = await here.query(
      'select name, kind, started_on::text, ended_on::text, pioneers_from from units order by id',
    );
    // Half past one in the night of the 1st in Vietnam.
    const began = { started_on: '2026-09-01', pioneers_from: null };
    expect(rows).toEqual([
      { name: 'Phòng Kinh tế', kind: 'office', ended_on: null, ...began },
      { name: 'Đoàn xã', kind: 'mass_organization', ended_on: null, ...began },
      { name: 'Trường Tiểu học A', kind: 'school', ended_on: null, ...began },
      { name: 'Trạm Y tế xã', kind: 'health_station', ended_on: null, ...began },
      { name: 'Ban Quản lý chợ', kind: 'other', ended_on: '2026-10-02', ...began },
    ]);
    await here.query(`select set_config('to_so.commune', '31552', false)`);
    expect((await here.query('select name from units')).rows).toEqual([]);
  } finally {
    await here.end();
  }
});
