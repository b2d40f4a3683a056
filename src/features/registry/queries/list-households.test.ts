import { describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { commune, useWorld, type World } from '#tests/world.ts';
import type { HouseholdFilterInput } from '../model/household-filter.ts';
import { priorityReasons } from '../model.ts';
import { householdReasonsOf } from '../model/priority.ts';
import { registerHousehold } from '../commands/register-household.server.ts';
import { seeRestrictedHouseholds } from '../commands/see-restricted.server.ts';
import { setPolicyClass } from '../commands/set-policy-class.server.ts';
import { listHouseholds } from './list-households.server.ts';

const world = useWorld();
vi.setConfig({ testTimeout: 120_000 });

const register = (here: World, input: object) =>
  here.run(registerHousehold, here.cast.hanh, { hamletId: here.hamlets.mau1, ...input });
const found = async (here: World, filter: HouseholdFilterInput) =>
  (await here.read(here.cast.hanh, (ctx) => listHouseholds(ctx, filter))).rows
    .map((row) => row.headName)
    .sort();

describe('search (P13, B7)', () => {
  it('finds names without diacritics, in NFD, in either tone placement, and đ by d', async () => {
    const here = world();
    await register(here, { residents: [{ fullName: 'Nguyễn Văn Dũng' }] });
    await register(here, { residents: [{ fullName: 'Đặng Thị Hòa' }] });
    // A Nguyễn, a Văn and a Dũng under one roof are not a Nguyễn Văn Dũng.
    await register(here, {
      residents: [{ fullName: 'Nguyễn Thị Bé' }, { fullName: 'Trần Văn Lâm' }, { fullName: 'Lê Dũng' }],
    });
    expect(await found(here, { text: 'nguyen van dung' })).toEqual(['Nguyễn Văn Dũng']);
    expect(await found(here, { text: 'NGUYỄN VĂN DŨNG'.normalize('NFD') })).toEqual(['Nguyễn Văn Dũng']);
    expect(await found(here, { text: 'dang' })).toEqual(['Đặng Thị Hòa']);
    expect(await found(here, { text: 'Hoà' })).toEqual(['Đặng Thị Hòa']);
    expect(await found(here, { text: 'hòa đặng' })).toEqual(['Đặng Thị Hòa']);
    // Where the words stand nowhere together, each must be somewhere in the household.
    expect(await found(here, { text: 'be lam' })).toEqual(['Nguyễn Thị Bé']);
    expect(await found(here, { text: 'nguyen xyz' })).toEqual([]);
  });

  it('finds members, phones by any of their digits, code, number in the list, address; signs are only signs', async () => {
    const here = world();
    const { code } = await register(here, {
      bookNumber: '77/B',
      address: 'Số 10, đường Kênh 50%',
      phone: '0296 3822 111',
      residents: [{ fullName: 'Chau Neáng' }, { fullName: 'Lê Thị Út', phone: '0912 345 678' }],
    });
    await register(here, { residents: [{ fullName: 'Phạm Văn Khác' }] });
    for (const text of [
      'le thi ut',
      '0912345678',
      '0912 345 678',
      '5678',
      '3822111',
      code,
      '77/b',
      'duong kenh',
      '50%',
      '|',
      "'",
    ])
      expect([text, (await found(here, { text })).includes('Chau Neáng')]).toEqual([text, true]);
    for (const text of ['5%6', 'k_nh', '0913', '\\', '%'])
      expect([text, await found(here, { text })]).toEqual([text, []]);
  });
});

const givenFirst = (name: string) => {
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
};

describe('pages', () => {
  const names = fc.array(
    fc.record({
      given: fc.constantFrom('An', 'Ân', 'Ánh', 'Bé', 'Dũng', 'Dung', 'Đào', 'Hòa', 'Hoà', 'Út', 'Ý'),
      family: fc.constantFrom('Nguyễn Văn', 'Đặng', 'Lê Thị', 'Châu', ''),
      address: fc.constantFrom('', 'Số 2', 'Số 10', 'Kênh 9'),
    }),
    { minLength: 51, maxLength: 130 },
  );

  it('visit every household once, forwards and backwards, in the order of Vietnamese given names', async () => {
    const here = world();
    // Letters of the whole name first (a ă â … d đ); tones, which only break a tie, are left to the test of sortKey.
    const collator = new Intl.Collator('vi', { sensitivity: 'base' });
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom('head' as const, 'address' as const), async (people, sort) => {
        await here.read(here.cast.hanh, (ctx) =>
          ctx.tx.deleteFrom('residents').where('commune_id', '=', commune).execute(),
        );
        await here.read(here.cast.hanh, (ctx) =>
          ctx.tx.deleteFrom('households').where('commune_id', '=', commune).execute(),
        );
        for (const one of people)
          await register(here, {
            address: one.address,
            residents: [{ fullName: `${one.family} ${one.given}` }],
          });
        const forwards: string[] = [];
        const inOrder: string[] = [];
        let cursor: string | null = null;
        let last: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listHouseholds>> = await here.read(here.cast.lan, (ctx) =>
            listHouseholds(ctx, { sort, cursor }),
          );
          forwards.push(...page.rows.map((row) => row.id));
          inOrder.push(...page.rows.map((row) => givenFirst(row.headName)));
          expect(page.total).toBe(people.length);
          last = page.previous;
          cursor = page.next;
        } while (cursor !== null);
        expect(new Set(forwards).size).toBe(people.length);
        expect(forwards).toHaveLength(people.length);
        if (sort === 'head')
          for (const [index, name] of inOrder.slice(1).entries())
            expect(collator.compare(inOrder[index] ?? '', name)).toBeLessThanOrEqual(0);
        const backwards: string[] = [];
        while (last !== null) {
          const page: Awaited<ReturnType<typeof listHouseholds>> = await here.read(here.cast.lan, (ctx) =>
            listHouseholds(ctx, { sort, cursor: last }),
          );
          backwards.unshift(...page.rows.map((row) => row.id));
          last = page.previous;
        }
        expect(backwards).toEqual(forwards.slice(0, backwards.length));
        expect(backwards.length).toBeGreaterThan(0);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('hold the hamlet of a member only; a foreign hamlet looks absent', async () => {
    const here = world();
    await register(here, { residents: [{ fullName: 'Nguyễn Văn Một' }] });
    await register(here, { hamletId: here.hamlets.mau2, residents: [{ fullName: 'Nguyễn Văn Hai' }] });
    const names = async (actor: World['cast']['lan'], filter = {}) =>
      (await here.read(actor, (ctx) => listHouseholds(ctx, filter))).rows.map((row) => row.headName);
    expect(await names(here.cast.lan)).toEqual(['Nguyễn Văn Một']);
    expect(await names(here.cast.minh)).toEqual(['Nguyễn Văn Hai', 'Nguyễn Văn Một']);
    expect(await names(here.cast.la)).toEqual([]);
    for (const actor of [here.cast.phuc, here.cast.loan, here.cast.quan, here.cast.nga])
      await expect(names(actor)).rejects.toMatchObject({ code: 'not_found' });
    await expect(names(here.cast.lan, { hamletId: here.hamlets.mau2 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('priority reasons', () => {
  it('are the same in the filter as in the model, whatever the household looks like', async () => {
    const here = world();
    const answer = fc.constantFrom('yes', 'no', 'unknown');
    const homes = fc.array(
      fc.record({
        hasSmartphone: answer,
        poverty: fc.constantFrom('none', 'poor', 'near_poor', 'escaped_poverty', 'unknown'),
        vulnerable: fc.boolean(),
        residents: fc.array(
          fc.record({
            fullName: fc.constant('Lê Văn Tám'),
            birth: fc.constantFrom(
              '',
              '1966',
              '24/11/1966',
              '25/11/1966',
              '24/11/2012',
              '25/11/2012',
              '11/1966',
            ),
            hasSmartphone: answer,
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 8, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(homes, async (list) => {
        for (const { poverty, vulnerable, ...home } of list) {
          const { id } = await register(here, home);
          const people = await here.read(here.cast.hanh, (ctx) =>
            ctx.tx.selectFrom('residents').select('id').where('household_id', '=', id).execute(),
          );
          await here.run(setPolicyClass, here.cast.hanh, {
            householdId: id,
            poverty,
            vulnerableIds: vulnerable ? [people[0]?.id] : [],
          });
        }
        const rows = await here.read(here.cast.hanh, (ctx) =>
          ctx.tx.selectFrom('households').selectAll().where('commune_id', '=', commune).execute(),
        );
        const people = await here.read(here.cast.hanh, (ctx) =>
          ctx.tx.selectFrom('residents').selectAll().where('commune_id', '=', commune).execute(),
        );
        for (const priority of priorityReasons) {
          const expected = rows.filter((row) =>
            householdReasonsOf(
              people.filter((one) => one.household_id === row.id),
              row,
              '2026-11-24',
            ).includes(priority),
          );
          const list = await here.run(seeRestrictedHouseholds, here.cast.hanh, { priority });
          expect([priority, list.total]).toEqual([priority, expected.length]);
        }
      }),
      { numRuns: 4 },
    );
  });
});
