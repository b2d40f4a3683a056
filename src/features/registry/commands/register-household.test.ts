import { describe, expect, it } from 'vitest';
import { useWorld } from '#tests/world.ts';
import { getHouseholdPage } from '../queries/household-page.server.ts';
import { listHouseholds } from '../queries/list-households.server.ts';
import { registerHousehold } from './register-household.server.ts';

const world = useWorld();

const people = [
  { fullName: 'Nguyễn Văn Dũng', birth: '1951', relation: 'head', sex: 'male', phone: '+84 912 345 678' },
  { fullName: 'Trần Thị Hoà', birth: '15/08/1960', relation: 'spouse', sex: 'female' },
];

describe('registerHousehold', () => {
  it('writes the household, gives it the next code of its hamlet, and shows it on its page', async () => {
    const { run, read, cast, hamlets } = world();
    const first = await run(registerHousehold, cast.lan, { hamletId: hamlets.mau1, residents: people });
    const second = await run(registerHousehold, cast.lan, { hamletId: hamlets.mau1, residents: people });
    expect([first.code, second.code]).toEqual(['01-0001', '01-0002']);
    const page = await read(cast.tu, (ctx) => getHouseholdPage(ctx, first.id));
    expect(page).toMatchObject({ headName: 'Nguyễn Văn Dũng', size: 2, state: 'living', poverty: null });
    expect(page.residents.map((one) => [one.birthText, one.age, one.politeAddress, one.phone])).toEqual([
      ['1951', 74, 'ông', '0912345678'],
      ['15/08/1960', 66, 'bà', null],
    ]);
    const list = await read(cast.lan, (ctx) => listHouseholds(ctx));
    expect(list.rows.map((row) => row.code).sort()).toEqual(['01-0001', '01-0002']);
    expect(list.total).toBe(2);
  });

  it('looks absent to another commune and another hamlet, and is refused to who may only read', async () => {
    const { run, cast, hamlets } = world();
    const input = { hamletId: hamlets.mau1, residents: people };
    for (const stranger of [cast.binh, cast.la, cast.loan, cast.phuc])
      await expect(run(registerHousehold, stranger, input)).rejects.toMatchObject({ code: 'not_found' });
    for (const reader of [cast.tam, cast.dung, cast.minh])
      await expect(run(registerHousehold, reader, input)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('refuses two heads and a birth in the future, naming the field', async () => {
    const { run, cast, hamlets } = world();
    const two = people.map((one) => ({ ...one, relation: 'head' }));
    await expect(
      run(registerHousehold, cast.lan, { hamletId: hamlets.mau1, residents: two }),
    ).rejects.toMatchObject({ fields: { 'residents.1.relation': expect.stringContaining('chủ hộ') } });
    const future = [{ fullName: 'Lê Thị Mai', birth: '25/11/2026' }];
    await expect(
      run(registerHousehold, cast.lan, { hamletId: hamlets.mau1, residents: future }),
    ).rejects.toMatchObject({ fields: { 'residents.0.birth': expect.stringContaining('sau ngày hôm nay') } });
  });
});
