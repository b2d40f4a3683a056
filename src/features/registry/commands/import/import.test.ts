import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { commune, foreignCommune, useWorld, type World } from '#tests/world.ts';
import { sharedPath } from '#tests/shared-folder.ts';
import { fold } from '#shared/fold.ts';
import { getImport, listImportRows, listImports } from '../../queries/imports.server.ts';
import { findDuplicates } from '../../queries/find-duplicates.server.ts';
import { correctResident } from '../correct-resident.server.ts';
import { commitImport, startImport } from './commit-import.server.ts';
import { dropImport, markInterruptedImports } from './drop-import.server.ts';
import { importFile } from './import-file.server.ts';
import { readImport } from './read-import.server.ts';
import { undoImport } from './undo-import.server.ts';

const world = useWorld();
// Whole lists of a commune are read, written and taken back, also on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const Truth = z.object({
  households: z.number(),
  residents: z.number(),
  rows: z.array(
    z.object({
      hamlet: z.string(),
      no: z.number(),
      name: z.string(),
      birth: z.nullable(z.string()),
      relation: z.string(),
      phone: z.nullable(z.string()),
    }),
  ),
});
type Truth = z.output<typeof Truth>;
type TruthRow = Truth['rows'][number];

const truthOf = (name: string): Truth =>
  Truth.parse(JSON.parse(readFileSync(sharedPath('fixtures', 'import', `${name}.truth.json`), 'utf8')));

/** The truth's rows as households: a head begins each. */
function householdsOf(truth: Truth): TruthRow[][] {
  const households: TruthRow[][] = [];
  for (const row of truth.rows) {
    if (row.relation === 'Chủ hộ') households.push([]);
    households.at(-1)?.push(row);
  }
  return households;
}

const origin = (here: World, actor = here.cast.hanh) => ({ actor, now: here.now });
const later = (here: World) => {
  here.now = new Date(here.now.getTime() + 3_600_000);
};
const importFixture = (here: World, file: string) =>
  importFile(here.database, origin(here), sharedPath('fixtures', 'import', file), { createHamlets: true });

const asPerson = (name: string, birth: string | null, phone: string | null) =>
  `${fold(name)} ${birth ?? ''} ${phone ?? ''}`;

/** The register as hamlet + people, comparable with the truth. */
async function registered(here: World): Promise<string[]> {
  const { rows } = await here.read(here.cast.hanh, (ctx) =>
    sql<{
      id: string;
      hamlet: string;
      name: string;
      birth: string | null;
      precision: string;
      phone: string | null;
    }>`
      select h.id, a.name as hamlet, r.full_name as name, r.birth_date as birth, r.birth_precision as precision, r.phone
        from households h
        join hamlets a on a.commune_id = ${commune} and a.id = h.hamlet_id
        join residents r on r.commune_id = ${commune} and r.household_id = h.id
       where h.commune_id = ${commune} order by h.id, r.position`.execute(ctx.tx),
  );
  return [...Map.groupBy(rows, (row) => row.id).values()]
    .map((people) => {
      const names = people.map((one) =>
        asPerson(
          one.name,
          one.precision === 'year' ? (one.birth?.slice(0, 4) ?? null) : one.birth,
          one.phone,
        ),
      );
      return `${people[0]?.hamlet}: ${names.sort().join('; ')}`;
    })
    .sort();
}

const expected = (households: TruthRow[][]) =>
  households
    .map((people) => {
      const names = people.map((one) => asPerson(one.name, one.birth, one.phone));
      return `${people[0]?.hamlet}: ${names.sort().join('; ')}`;
    })
    .sort();

/** Every row of the register, byte by byte. */
const wholeRegister = (here: World) =>
  here.read(here.cast.hanh, async (ctx) => {
    const { rows } = await sql<{ text: string }>`
      select h::text as text from households h where commune_id = ${commune}
      union all select r::text from residents r where commune_id = ${commune} order by 1`.execute(ctx.tx);
    return rows.map((row) => row.text);
  });

describe('import of the list of persons (02), then of the later one (07)', () => {
  it('gives the households of the truth, then updates them: moved, new phones, double entries once', async () => {
    const here = world();
    await importFixture(here, '02-nhan-khau.xlsx');
    const first = truthOf('02-nhan-khau');
    expect(await registered(here)).toEqual(expected(householdsOf(first)));

    later(here);
    const { importId, summary } = await importFixture(here, '07-cap-nhat-ky-sau.xlsx');
    const second = householdsOf(truthOf('07-cap-nhat-ky-sau'));
    // By the truth's own note: 15 new households (no 900+), 10 households entered twice (no 950+), some moved, 30 phones changed.
    const doubles = second.filter((people) => (people[0]?.no ?? 0) >= 950);
    const once = second.filter((people) => (people[0]?.no ?? 0) < 950);
    expect(doubles).toHaveLength(10);
    expect(once).toHaveLength(1215);
    expect(await registered(here)).toEqual(expected(once));
    expect(summary.actions).toMatchObject({ created: 15, moved: 30, skipped: 10 });
    const changes = await here.read(here.cast.hanh, (ctx) =>
      listImportRows(ctx, importId, { action: 'updated' }),
    );
    expect(changes.rows.length).toBe(summary.actions.updated);
    expect(changes.rows.every((row) => row.message.includes('Điện thoại'))).toBe(true);
    const moved = await here.read(here.cast.hanh, (ctx) =>
      listImportRows(ctx, importId, { action: 'moved' }),
    );
    expect(moved.rows.every((row) => /^Chuyển từ Ấp Mẫu \d đến Ấp Mẫu \d\./.test(row.message))).toBe(true);
    const phones = [...changes.rows, ...moved.rows].flatMap(
      (row) => row.message.match(/Điện thoại: .*? → \d{10}/g) ?? [],
    );
    expect(phones).toHaveLength(30);
    const doubled = await here.read(here.cast.hanh, (ctx) =>
      listImportRows(ctx, importId, { action: 'skipped' }),
    );
    expect(doubled.rows.filter((row) => row.message.includes('chỉ nhập một lần'))).toHaveLength(10);
    const duplicates = await here.read(here.cast.hanh, (ctx) => findDuplicates(ctx));
    expect(duplicates.filter((pair) => pair.samePeople.length > 1)).toEqual([]);
  });

  it('changes nothing when the same file is imported again', async () => {
    const here = world();
    await importFixture(here, '02-nhan-khau.xlsx');
    const before = await wholeRegister(here);
    later(here);
    const { summary } = await importFixture(here, '02-nhan-khau.xlsx');
    expect(summary.actions).toEqual({ created: 0, updated: 0, moved: 0, unchanged: 1200, skipped: 0 });
    expect(await wholeRegister(here)).toEqual(before);
  });

  it('is undone to the byte, unless something was built on it', async () => {
    const here = world();
    await importFixture(here, '02-nhan-khau.xlsx');
    const before = await wholeRegister(here);
    later(here);
    const { importId } = await importFixture(here, '07-cap-nhat-ky-sau.xlsx');
    expect(await wholeRegister(here)).not.toEqual(before);
    later(here);
    await here.run(undoImport, here.cast.hanh, { importId });
    expect(await wholeRegister(here)).toEqual(before);

    later(here);
    const again = await importFixture(here, '07-cap-nhat-ky-sau.xlsx');
    const created = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('residents')
        .select('residents.id')
        .innerJoin('import_rows', 'import_rows.household_id', 'residents.household_id')
        .where('residents.commune_id', '=', commune)
        .where('import_rows.import_id', '=', again.importId)
        .where('import_rows.action', '=', 'created')
        .executeTakeFirstOrThrow(),
    );
    later(here);
    await here.run(correctResident, here.cast.hanh, { residentId: created.id, phone: '0912 345 678' });
    await expect(here.run(undoImport, here.cast.hanh, { importId: again.importId })).rejects.toMatchObject({
      code: 'state.conflict',
      message: expect.stringContaining('Không hoàn tác được'),
    });
  });
});

describe('import of a list of heads (01)', () => {
  it('keeps the stated number of members and never deletes what a fuller list knew', async () => {
    const here = world();
    const { summary } = await importFixture(here, '01-ho-theo-ap.xlsx');
    const truth = truthOf('01-ho-theo-ap');
    expect(summary).toMatchObject({
      households: truth.households,
      residents: truth.residents,
      poor: 14,
      nearPoor: 21,
    });
    expect(summary.actions.created).toBe(540);
    const heads = await registered(here);
    expect(heads).toHaveLength(540);
    const sizes = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('households')
        .select((on) => on.fn.sum<number>('stated_size').as('people'))
        .where('commune_id', '=', commune)
        .executeTakeFirstOrThrow(),
    );
    expect(sizes.people).toBe(truth.residents);
  });
});

describe('the way of an import', () => {
  it('writes nothing before it is confirmed, and creates no hamlet that nobody asked for', async () => {
    const here = world();
    const file = { source: sharedPath('fixtures', 'import', '02-nhan-khau.xlsx'), name: '02.xlsx' };
    const { importId, summary } = await readImport(here.database, origin(here), file);
    expect(await wholeRegister(here)).toEqual([]);
    expect(summary.hamlets.map((one) => [one.name, one.hamletId !== null])).toEqual([
      ['Ấp Mẫu 1', true],
      ['Ấp Mẫu 2', true],
      ['Ấp Mẫu 3', true],
      ['Ấp Mẫu 4', false],
      ['Ấp Mẫu 5', false],
      ['Ấp Mẫu 6', false],
    ]);
    await expect(commitImport(here.database, origin(here), { importId })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: { 'hamlets.Ấp Mẫu 4': expect.stringContaining('Ấp Mẫu 4') },
    });
    expect(await wholeRegister(here)).toEqual([]);
    const page = await here.read(here.cast.hanh, (ctx) => getImport(ctx, importId));
    expect(page).toMatchObject({ state: 'read', progress: 0, total: 1200 });
    const mau1 = here.hamlets.mau1;
    const write = await startImport(here.database, origin(here), {
      importId,
      hamlets: ['Ấp Mẫu 4', 'Ấp Mẫu 5', 'Ấp Mẫu 6'].map((name) => ({ name, hamletId: mau1 })),
    });
    // Whoever is led on to the page now sees it being written, and nobody begins it twice.
    expect((await here.read(here.cast.hanh, (ctx) => getImport(ctx, importId))).state).toBe('writing');
    await expect(startImport(here.database, origin(here), { importId })).rejects.toMatchObject({
      code: 'state.conflict',
    });
    await write();
    const hamlets = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx.selectFrom('hamlets').select('name').where('commune_id', '=', commune).execute(),
    );
    expect(hamlets).toHaveLength(3);
    await expect(commitImport(here.database, origin(here), { importId })).rejects.toMatchObject({
      code: 'state.conflict',
    });
  });

  it('belongs to the office: members are refused, another commune sees none of it', async () => {
    const here = world();
    const file = { source: sharedPath('fixtures', 'import', '06-utf8-bom.csv'), name: '06.csv' };
    for (const stranger of [here.cast.lan, here.cast.tu, here.cast.dung, here.cast.tam, here.cast.quan])
      await expect(readImport(here.database, origin(here, stranger), file)).rejects.toMatchObject({
        code: 'not_allowed',
      });
    const { importId } = await readImport(here.database, origin(here), file);
    await expect(here.read(here.cast.lan, (ctx) => listImports(ctx))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(here.read(here.cast.la, (ctx) => getImport(ctx, importId))).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(here.run(undoImport, here.cast.la, { importId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(commitImport(here.database, origin(here, here.cast.la), { importId })).rejects.toMatchObject(
      { code: 'not_found' },
    );
    const seen = await here.database.transaction({ commune: foreignCommune }, (tx) =>
      sql`select 1 from imports union all select 1 from import_rows`.execute(tx),
    );
    expect(seen.rows).toEqual([]);
  });

  it('can be dropped, which forgets the file', async () => {
    const here = world();
    const file = { source: sharedPath('fixtures', 'import', '06-utf8-bom.csv'), name: '06.csv' };
    const { importId } = await readImport(here.database, origin(here), file);
    await here.run(dropImport, here.cast.hanh, { importId });
    const row = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('imports')
        .select(['state', 'file', 'list'])
        .where('id', '=', importId)
        .executeTakeFirst(),
    );
    expect(row).toEqual({ state: 'dropped', file: null, list: null });
    await expect(commitImport(here.database, origin(here), { importId })).rejects.toMatchObject({
      code: 'state.conflict',
    });
  });

  it('that was cut off by the end of the server is shown as interrupted and may be tried again', async () => {
    const here = world();
    const file = { source: sharedPath('fixtures', 'import', '06-utf8-bom.csv'), name: '06.csv' };
    const { importId } = await readImport(here.database, origin(here), file);
    const { writeContext } = await import('#platform/commands/command.server.ts');
    await here.database.transaction({ commune }, async (tx) => {
      await tx.updateTable('imports').set({ state: 'writing' }).where('id', '=', importId).execute();
      await markInterruptedImports(writeContext(tx, origin(here)));
    });
    const page = await here.read(here.cast.hanh, (ctx) => getImport(ctx, importId));
    expect(page).toMatchObject({ state: 'failed', message: expect.stringContaining('chưa có gì được ghi') });
    const create = { name: 'Ấp Mẫu 6', create: { name: 'Ấp Mẫu 6', kind: 'ap' } };
    await commitImport(here.database, origin(here), { importId, hamlets: [create] });
    expect(await registered(here)).toEqual(expected(householdsOf(truthOf('05-06'))));
  });
});
