import { fork } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { Actor } from '#platform/commands/actor.ts';
import { productActor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { writeXlsx } from '#platform/sheet/write-sheet.server.ts';
import { insertAccount } from '#features/accounts/commands/invite.server.ts';
import { layGround } from '#features/setup/install.server.ts';
import { enter } from '../actors.ts';
import type { Outcomes } from '../bars.ts';
import { communeList } from '../commune-list.ts';
import type { Job, JobResult } from '../job.ts';
import { medianOf, repeat, seconds } from '../measure.ts';
import { withOwner, type Store } from '../store.ts';

/** What the bars of the list speak of: people a household, and rows of the export. */
const peopleOfHousehold = 55 / 15;
const exportedRows = 50_000;

/** A commune's whole Excel list into an empty commune beside the demo one, again for every round. */
export async function measureImport(store: Store, households: number, rounds: number): Promise<Outcomes> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
  const file = join(folder, 'danh-sach.xlsx');
  try {
    await writeXlsx(file, communeList(households, Math.round(households * peopleOfHousehold)));
    const size = ((await stat(file)).size / 1e6).toFixed(1);
    const runs: Record<string, number>[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const actor = await emptyCommune(store, round);
      runs.push(await work(store, actor, { kind: 'import', file, name: 'danh-sach.xlsx' }));
      floors.push(await plainRows(store, actor.communeId));
    }
    const all = (name: string) => runs.map((run) => run[name] ?? Number.NaN);
    const said = (name: string) =>
      `runs: ${all(name)
        .map((value) => value.toFixed(1))
        .join(', ')} s`;
    const written = `${runs[0]?.['households']} households, ${runs[0]?.['residents']} people`;
    return {
      importPreview: { value: medianOf(all('preview')), note: `${said('preview')}; ${size} MB` },
      importCommit: {
        value: medianOf(all('commit')),
        floor: medianOf(floors),
        note: `${said('commit')}; ${written}`,
      },
      importReaderMemory: { value: Math.max(...all('readerPeak')) },
      importMemory: { value: Math.max(...all('peak')) },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All residents of the demo commune; times are for 50,000 rows. */
export async function measureExport(store: Store): Promise<Outcomes> {
  const { actor } = await enter(store, 'hanh');
  const xlsx = await work(store, actor, { kind: 'export', format: 'xlsx' });
  const csv = await work(store, actor, { kind: 'export', format: 'csv' });
  const scaled = (run: Record<string, number>) =>
    ((run['seconds'] ?? Number.NaN) * exportedRows) / (run['rows'] ?? Number.NaN);
  const note = (run: Record<string, number>) =>
    `${run['rows']} rows in ${run['seconds']?.toFixed(2)} s, ${((run['bytes'] ?? 0) / 1e6).toFixed(1)} MB; first time in a new process ${run['first']?.toFixed(2)} s`;
  return {
    exportXlsx: { value: scaled(xlsx), note: note(xlsx) },
    exportCsv: { value: scaled(csv), floor: await plainCsv(store, actor.communeId), note: note(csv) },
    exportMemory: { value: Math.max(xlsx['added'] ?? Number.NaN, csv['added'] ?? Number.NaN) },
  };
}

async function work(store: Store, actor: Actor, task: Job['task']): Promise<Record<string, number>> {
  const child = fork(join(import.meta.dirname, '..', 'job.ts'), { serialization: 'advanced' });
  const result = new Promise<JobResult>((done, failed) => {
    child.once('message', (message: JobResult) => done(message));
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the job ended early (${code})`)));
  });
  // What is undefined or a function does not travel.
  const { host, port, user, password, database, connectionString } = store.runtime.ownerConnection;
  const told = { host, port, user, password, database, connectionString };
  const connection = Object.fromEntries(
    Object.entries(told).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as PoolConfig;
  child.send({ connection, actor, now: store.runtime.now(), task } satisfies Job);
  const { figures, problem } = await result;
  if (problem !== null) throw new Error(problem);
  return figures;
}

/** Another commune on the same installation, with its plan and one officer, but nobody in the register. */
async function emptyCommune(store: Store, round: number): Promise<Actor> {
  const { database } = store.runtime;
  const now = () => store.runtime.now();
  const free = await database.transaction('door', (tx) =>
    tx
      .selectFrom('communes')
      .select('code')
      .where('valid_to', 'is', null)
      .where('code', 'not in', (from) => from.selectFrom('installed_communes').select('commune_id'))
      .orderBy('code')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return database.transaction({ commune: free.code }, async (tx) => {
    const ctx = writeContext(tx, { actor: productActor(free.code), now: now() });
    await layGround(ctx, { isSample: false });
    const role = { role: 'culture_social_officer' as const, hamletId: null };
    const fullName = 'Trương Thị Lạ';
    const login = `la${round}`;
    const accountId = await insertAccount(ctx, {
      login,
      fullName,
      memberId: null,
      roles: [role],
      passwordHash: null,
    });
    return { accountId, communeId: free.code, fullName, memberId: null, grants: [role] };
  });
}

/** Seconds to write the rows of a register that is there into tables without indexes or rules, in batches, one commit. */
async function plainRows(store: Store, communeId: string): Promise<number> {
  return withOwner(store, async (owner) => {
    // The owner is bound by row-level security as well.
    await owner.query(`select set_config('to_so.commune', $1, false)`, [communeId]);
    const rowsOf = async (table: string) =>
      (
        await owner.query<{ row: unknown }>(
          `select to_json(t) as row from ${table} t where commune_id = $1`,
          [communeId],
        )
      ).rows;
    const tables = ['households', 'residents'] as const;
    for (const table of tables)
      await owner.query(
        `drop table if exists bench_${table}; create table bench_${table} as select * from ${table} limit 0`,
      );
    const rows = { households: await rowsOf('households'), residents: await rowsOf('residents') };
    if (rows.households.length === 0) throw new Error('the floor of the import saw no rows');
    const took = await seconds(async () => {
      await owner.query('begin');
      for (const table of tables)
        for (let start = 0; start < rows[table].length; start += 2000)
          await owner.query(
            `insert into bench_${table} select * from json_populate_recordset(null::bench_${table}, $1)`,
            [JSON.stringify(rows[table].slice(start, start + 2000).map(({ row }) => row))],
          );
      await owner.query('commit');
    });
    for (const table of tables) await owner.query(`drop table bench_${table}`);
    return took;
  });
}

/** Seconds for 50,000 rows: one select, cells joined by semicolons. */
async function plainCsv(store: Store, communeId: string): Promise<number> {
  return withOwner(store, async (owner) => {
    await owner.query(`select set_config('to_so.commune', $1, false)`, [communeId]);
    let rows = 0;
    const times = await repeat(
      3,
      async () => {
        const answer = await owner.query({
          text: `select h.code, h.book_number, a.name, h.group_name, h.address, r.full_name, r.relation, r.sex, r.birth_date,
                        r.residence, r.phone, r.has_smartphone, r.state, r.state_on
                   from households h
                   join hamlets a on a.commune_id = h.commune_id and a.id = h.hamlet_id
                   join residents r on r.commune_id = h.commune_id and r.household_id = h.id
                  where h.commune_id = $1 order by h.head_sort_key`,
          values: [communeId],
          rowMode: 'array',
        });
        rows = answer.rows.length;
        Buffer.from(answer.rows.map((row: unknown[]) => row.join(';')).join('\r\n'));
      },
      1,
    );
    if (rows === 0) throw new Error('the floor of the export saw no rows');
    return ((times.median / 1000) * exportedRows) / rows;
  });
}
