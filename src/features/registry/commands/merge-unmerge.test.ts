import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sql } from 'kysely';
import { commune, useWorld, type World } from '#tests/world.ts';
import { getHouseholdPage } from '../queries/household-page.server.ts';
import { findDuplicates } from '../queries/find-duplicates.server.ts';
import { listHistory } from '../queries/list-history.server.ts';
import { listHouseholds } from '../queries/list-households.server.ts';
import { mergeHouseholds } from './merge-households.server.ts';
import { mergeResidents, unmergeResidents } from './merge-residents.server.ts';
import { registerHousehold } from './register-household.server.ts';
import { unmergeHouseholds } from './unmerge-households.server.ts';

const world = useWorld();

const names = ['Nguyễn Văn Dũng', 'Trần Thị Hòa', 'Trần Thị Hoà', 'Lê Thị Đào', 'Chau Neáng', 'Phạm Út'];
const people = fc.array(
  fc.record({
    fullName: fc.constantFrom(...names),
    birth: fc.constantFrom('', '1951', '08/1966', '15/08/1990'),
    relation: fc.constantFrom('spouse', 'child', 'other'),
    phone: fc.constantFrom('', '0912345678', '0987654321'),
  }),
  { minLength: 1, maxLength: 4 },
);

const later = (here: World) => {
  here.now = new Date(here.now.getTime() + 60_000);
};
/** The register without the moment of the last change. */
const state = (here: World) =>
  here.read(here.cast.hanh, async (ctx) => {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(h) - 'updated_at' as row from households h where commune_id = ${commune}
      union all select to_jsonb(r) - 'updated_at' from residents r where commune_id = ${commune}`.execute(
      ctx.tx,
    );
    return rows.map((row) => JSON.stringify(row.row)).sort();
  });
async function register(here: World, residents: object[], hamletId = here.hamlets.mau1) {
  const { id } = await here.run(registerHousehold, here.cast.hanh, { hamletId, residents });
  const page = await here.read(here.cast.hanh, (ctx) => getHouseholdPage(ctx, id));
  return { id, people: page.residents.map((one) => one.id) };
}

describe('merge and unmerge', () => {
  it('unmerging gives the state before the merge, whoever lives there and whoever is the same person', async () => {
    const here = world();
    await fc.assert(
      fc.asyncProperty(people, people, fc.boolean(), async (one, other, samePerson) => {
        const into = await register(here, one);
        const from = await register(here, other, here.hamlets.mau2);
        const before = await state(here);
        later(here);
        await here.run(mergeHouseholds, here.cast.hanh, {
          fromId: from.id,
          intoId: into.id,
          samePeople: samePerson ? [{ fromId: from.people[0], intoId: into.people[0] }] : [],
        });
        const page = await here.read(here.cast.hanh, (ctx) => getHouseholdPage(ctx, into.id));
        expect(page.residents).toHaveLength(one.length + other.length - (samePerson ? 1 : 0));
        expect(page.residents.filter((resident) => resident.relation === 'head')).toHaveLength(1);
        later(here);
        await here.run(unmergeHouseholds, here.cast.hanh, { householdId: from.id });
        expect(await state(here)).toEqual(before);
        later(here);
      }),
      { numRuns: 12 },
    );
  });

  it('a double leaves lists and duplicates, its address leads to the one that goes on, and both histories tell it', async () => {
    const here = world();
    const residents = [
      { fullName: 'Nguyễn Văn Dũng', birth: '1951', relation: 'head', phone: '0912345678' },
      { fullName: 'Trần Thị Hoà', birth: '1960', relation: 'spouse' },
    ];
    const into = await register(here, residents);
    const from = await register(here, [
      { ...residents[0], fullName: 'NGUYEN VAN DUNG' },
      { ...residents[1], fullName: 'Trần Thị Hòa' },
    ]);
    const [pair] = await here.read(here.cast.tu, (ctx) =>
      findDuplicates(ctx, { hamletId: here.hamlets.mau1 }),
    );
    expect(new Set([pair?.first.id, pair?.second.id])).toEqual(new Set([into.id, from.id]));
    expect(pair).toMatchObject({ samePhone: true });
    expect(pair?.samePeople).toHaveLength(2);
    later(here);
    await here.run(mergeHouseholds, here.cast.tu, {
      fromId: from.id,
      intoId: into.id,
      samePeople: from.people.map((fromId, index) => ({ fromId, intoId: into.people[index] })),
    });
    const list = await here.read(here.cast.lan, (ctx) => listHouseholds(ctx, { text: 'nguyen van dung' }));
    expect(list.rows.map((row) => [row.id, row.size])).toEqual([[into.id, 2]]);
    expect(
      await here.read(here.cast.tu, (ctx) => findDuplicates(ctx, { hamletId: here.hamlets.mau1 })),
    ).toEqual([]);
    const page = await here.read(here.cast.lan, (ctx) => getHouseholdPage(ctx, from.id));
    expect(page.mergedInto?.id).toBe(into.id);
    const history = await here.read(here.cast.lan, (ctx) => listHistory(ctx, into.id));
    expect(history.map((entry) => entry.title)).toContain(
      'Gộp hộ NGUYEN VAN DUNG, 01-0002 vào hộ Nguyễn Văn Dũng, 01-0001',
    );
  });

  it('is for the office and for head or leader of every hamlet concerned; twice is a conflict', async () => {
    const here = world();
    const one = await register(here, [{ fullName: 'Nguyễn Văn Dũng', birth: '1951' }]);
    const other = await register(here, [{ fullName: 'Nguyễn Văn Dũng', birth: '1951' }], here.hamlets.mau2);
    const merge = { fromId: other.id, intoId: one.id };
    await expect(here.run(mergeHouseholds, here.cast.tu, merge)).rejects.toMatchObject({ code: 'not_found' });
    await expect(here.run(mergeHouseholds, here.cast.dung, merge)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await here.run(mergeHouseholds, here.cast.hanh, merge);
    await expect(here.run(mergeHouseholds, here.cast.hanh, merge)).rejects.toMatchObject({
      code: 'state.conflict',
    });
    await expect(
      here.run(mergeHouseholds, here.cast.hanh, { fromId: one.id, intoId: one.id }),
    ).rejects.toMatchObject({
      code: 'state.conflict',
    });
  });

  it('two rows of one person become one and come apart again', async () => {
    const here = world();
    const { id, people: ids } = await register(here, [
      { fullName: 'Nguyễn Văn Dũng', birth: '1951' },
      { fullName: 'Lê Thị Đào', birth: '1990' },
      { fullName: 'Lê Thị Đào', birth: '1990' },
    ]);
    const [head, first, second] = ids;
    const before = await state(here);
    await expect(
      here.run(mergeResidents, here.cast.tu, { fromId: head, intoId: first }),
    ).rejects.toMatchObject({
      code: 'state.conflict',
    });
    await here.run(mergeResidents, here.cast.tu, { fromId: second, intoId: first });
    expect((await here.read(here.cast.lan, (ctx) => getHouseholdPage(ctx, id))).size).toBe(2);
    await here.run(unmergeResidents, here.cast.tu, { residentId: second });
    expect(await state(here)).toEqual(before);
  });
});
