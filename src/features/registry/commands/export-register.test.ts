import { describe, expect, it } from 'vitest';
import { commune, useWorld, type World } from '#tests/world.ts';
import type { ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { exportRegister } from './export-register.server.ts';
import { registerHousehold } from './register-household.server.ts';
import { setPolicyClass } from './set-policy-class.server.ts';

const world = useWorld();

async function collect(here: World, actor: World['cast']['hanh'], input: object) {
  return exportRegister(here.database, { actor, now: here.now }, input, async (table: ExportTable, count) => {
    const rows: (readonly ExportValue[])[] = [];
    for await (const row of table.rows) rows.push(row);
    return { headers: table.columns.map((column) => column.header), rows, count };
  });
}

describe('export of the register (issue line 10)', () => {
  it('holds what the filter finds, restricted columns only for who may see them, and is in the audit', async () => {
    const here = world();
    const { id } = await here.run(registerHousehold, here.cast.hanh, {
      hamletId: here.hamlets.mau1,
      residents: [
        { fullName: '=HYPERLINK("x")', birth: '1951', phone: '0912345678', residence: 'permanent' },
        { fullName: 'Trần Thị Hoà', birth: '15/08/1960', relation: 'spouse' },
      ],
    });
    await here.run(registerHousehold, here.cast.hanh, {
      hamletId: here.hamlets.mau2,
      residents: [{ fullName: 'Phạm Văn Khác' }],
    });
    await here.run(setPolicyClass, here.cast.hanh, { householdId: id, poverty: 'poor', povertyYear: 2026 });
    const all = await collect(here, here.cast.hanh, { what: 'households' });
    expect(all.count).toBe(2);
    expect(all.rows.every((row) => row.length === all.headers.length)).toBe(true);
    const column = (name: string) => all.rows.map((row) => row[all.headers.indexOf(name)]);
    expect(new Set(column('Diện chính sách'))).toEqual(new Set(['Chưa rõ', 'Hộ nghèo']));
    const people = await collect(here, here.cast.tu, {
      what: 'residents',
      filter: { hamletId: here.hamlets.mau1, text: 'hoa' },
    });
    const shown = people.rows.map((row) =>
      ['Họ và tên', 'Ngày sinh', 'Tình trạng cư trú', 'Quan hệ với chủ hộ'].map(
        (name) => row[people.headers.indexOf(name)],
      ),
    );
    expect(shown).toEqual([
      ['=HYPERLINK("x")', '1951', 'Thường trú', 'Chủ hộ'],
      ['Trần Thị Hoà', '1960-08-15', 'Chưa rõ', 'Vợ/chồng'],
    ]);
    const audit = await here.read(here.cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['actor_id', 'data'])
        .where('commune_id', '=', commune)
        .where('name', '=', 'register.exported')
        .execute(),
    );
    expect(audit).toHaveLength(2);
    expect(audit.find((row) => row.actor_id === here.cast.tu.accountId)?.data).toMatchObject({
      what: 'residents',
      households: 1,
      filter: { text: 'hoa', hamletId: here.hamlets.mau1 },
    });
  });

  it('is refused to readers, absent to strangers', async () => {
    const here = world();
    const hamlet = { what: 'households', filter: { hamletId: here.hamlets.mau1 } };
    for (const reader of [here.cast.lan, here.cast.tam, here.cast.minh])
      await expect(collect(here, reader, hamlet)).rejects.toMatchObject({ code: 'not_allowed' });
    for (const stranger of [here.cast.sau, here.cast.la, here.cast.phuc])
      await expect(collect(here, stranger, hamlet)).rejects.toMatchObject({ code: 'not_found' });
    await expect(collect(here, here.cast.tu, { what: 'households' })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});
